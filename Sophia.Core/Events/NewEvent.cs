namespace Sophia.Core.Events;

/// <summary>What a source said about one object, ready to be appended to the event log.</summary>
public sealed record NewEvent
{
    /// <summary>The object that the event is about.</summary>
    public required StreamName Stream { get; init; }

    /// <summary>The source's own version, growing with each change (for HubSpot the modification time in milliseconds), or null where the source has none.</summary>
    public required long? SourceVersion { get; init; }

    /// <summary>The content as canonical UTF-8 JSON: see <see cref="CanonicalJson"/>.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }
}
