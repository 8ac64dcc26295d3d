namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>Answers what pages and HTTP API ask about errors. Singleton.</summary>
public sealed class ErrorQueries
{
    /// <summary>The groups, the latest seen first.</summary>
    /// <param name="service">Of this service; null for all.</param>
    /// <param name="text">Text that type, message or operation contains, ignoring case.</param>
    /// <param name="seenSince">Seen since; null for all.</param>
    /// <returns>The groups; at most 2,000 are kept.</returns>
    public IReadOnlyList<ErrorGroup> Find(string? service = null, string? text = null, DateTimeOffset? seenSince = null) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Finds one group.</summary>
    /// <param name="fingerprint">16 hexadecimal digits.</param>
    /// <returns>The group; null where it is not known.</returns>
    public ErrorGroup? Find(string fingerprint) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
