namespace Sophia.Core.Events;

/// <summary>An entry of the event log, as readers see it.</summary>
public sealed record LoggedEvent
{
    /// <summary>Where the entry stands.</summary>
    public required LogPosition Position { get; init; }

    /// <summary>The object that the entry is about.</summary>
    public required StreamName Stream { get; init; }

    /// <summary>The source's own version, or null where it has none.</summary>
    public required long? SourceVersion { get; init; }

    /// <summary>When Sophia wrote the entry.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The content as canonical UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The trace that the entry was written in, as <c>traceparent</c> of W3C Trace Context; null where there was none.</summary>
    public string? TraceParent { get; init; }
}
