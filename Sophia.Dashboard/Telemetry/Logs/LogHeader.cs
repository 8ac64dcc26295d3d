using System.Runtime.InteropServices;
using Sophia.Dashboard.Telemetry.Store;

namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>What is held in memory of a log record: 64 bytes.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct LogHeader : IRecordHeader
{
    /// <summary>Its trace; 0 of none.</summary>
    public UInt128 Trace;

    /// <summary>Its span; 0 of none.</summary>
    public ulong Span;

    /// <summary>The number of its logger's name.</summary>
    public int Scope;

    /// <summary>OTLP's number of its severity.</summary>
    public byte Severity;

    /// <summary>Whether it tells of an exception.</summary>
    public bool HasException;

    /// <inheritdoc/>
    public long Time { get; set; }

    /// <inheritdoc/>
    public int Offset { get; set; }

    /// <inheritdoc/>
    public int Length { get; set; }

    /// <inheritdoc/>
    public int Resource { get; set; }

    /// <inheritdoc/>
    public readonly bool IsError => Severity >= (int)LogSeverity.Error;
}
