using System.Runtime.InteropServices;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>What is held in memory of a span: 80 bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct SpanHeader : IRecordHeader
{
    /// <summary>Its trace.</summary>
    public UInt128 Trace;

    /// <summary>Its id.</summary>
    public ulong Span;

    /// <summary>The span that caused it; 0 of a root.</summary>
    public ulong Parent;

    /// <summary>When it began, in nanoseconds since 1970.</summary>
    public long Start;

    /// <summary>How long it took, in nanoseconds.</summary>
    public long Duration;

    /// <summary>How many spans it stands for: 1, or more where its sender keeps only some.</summary>
    public float Count;

    /// <summary>The number of its name.</summary>
    public int Name;

    /// <summary>The number of its scope's name.</summary>
    public int Scope;

    /// <summary>The number of its peer's name.</summary>
    public int Peer;

    /// <summary>Its side of the conversation.</summary>
    public SpanKind Kind { readonly get => (SpanKind)_kind; set => _kind = (byte)value; }

    /// <summary>How it ended.</summary>
    public SpanStatus Status { readonly get => (SpanStatus)_status; set => _status = (byte)value; }

    /// <summary>What it is about.</summary>
    public SpanCategory Category { readonly get => (SpanCategory)_category; set => _category = (byte)value; }

    /// <summary>What else is known.</summary>
    public SpanFlags Flags;

    private byte _kind;
    private byte _status;
    private byte _category;

    /// <inheritdoc/>
    public int Offset { get; set; }

    /// <inheritdoc/>
    public int Length { get; set; }

    /// <inheritdoc/>
    public int Resource { get; set; }

    /// <inheritdoc/>
    public readonly long Time => Start;

    /// <inheritdoc/>
    public readonly bool IsError => Status == SpanStatus.Error;

    /// <summary>When it ended, in nanoseconds since 1970.</summary>
    public readonly long End => Start + Duration;

    /// <summary>How long an answer took, in nanoseconds; null of a connection, which lasts as long as its two sides like.</summary>
    public readonly long? Latency => (Flags & SpanFlags.Connection) == SpanFlags.None ? Duration : null;

    /// <summary>Whether it answers a request or handles a message, which is what a service is asked to do.</summary>
    public readonly bool IsRequest => Kind is SpanKind.Server or SpanKind.Consumer;
}
