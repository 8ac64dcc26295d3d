namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>Answers what pages and HTTP API ask about errors. Singleton.</summary>
public sealed class ErrorQueries
{
    private readonly ErrorTracker _tracker;

    internal ErrorQueries(ErrorTracker tracker) => _tracker = tracker;

    /// <summary>The groups, the latest seen first.</summary>
    /// <param name="service">Of this service; null for all.</param>
    /// <param name="text">Text that type, message or operation contains, ignoring case.</param>
    /// <param name="seenSince">Seen since; null for all.</param>
    /// <returns>The groups; at most 2,000 are kept.</returns>
    public IReadOnlyList<ErrorGroup> Find(string? service = null, string? text = null, DateTimeOffset? seenSince = null) =>
    [
        .. _tracker.Groups().Where(group =>
            (string.IsNullOrEmpty(service) || string.Equals(group.Service, service, StringComparison.OrdinalIgnoreCase))
            && (seenSince is null || group.LastSeen >= seenSince)
            && (string.IsNullOrEmpty(text) || Has(group.Type, text) || Has(group.Message, text) || Has(group.Operation, text))),
    ];

    /// <summary>Finds one group.</summary>
    /// <param name="fingerprint">16 hexadecimal digits.</param>
    /// <returns>The group; null where it is not known.</returns>
    public ErrorGroup? Find(string fingerprint) => _tracker.Find(fingerprint);

    private static bool Has(string value, string text) => value.Contains(text, StringComparison.OrdinalIgnoreCase);
}
