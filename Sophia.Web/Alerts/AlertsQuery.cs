using Microsoft.AspNetCore.WebUtilities;

namespace Sophia.Web.Alerts;

/// <summary>Which alerts are looked at, as the page's address and the API's say it alike.</summary>
/// <param name="State">open, resolved or all; null for open.</param>
/// <param name="Severity">The least severity, or null for any.</param>
/// <param name="Metric">The key of the metric that is kept to, or null for all.</param>
/// <param name="Acknowledged">true for those that somebody takes care of, false for the others, null for both.</param>
internal sealed record AlertsQuery(string? State, string? Severity, string? Metric, string? Acknowledged)
{
    /// <summary>The same with another least severity; the chosen one once more gives it up.</summary>
    public AlertsQuery ToggleSeverity(string severity) => this with { Severity = severity == Severity ? null : severity };

    /// <summary>The same with another metric; the chosen one once more gives it up.</summary>
    public AlertsQuery ToggleMetric(string metric) => this with { Metric = metric == Metric ? null : metric };

    /// <summary>The same with another kind of care; the chosen one once more gives it up.</summary>
    public AlertsQuery ToggleAcknowledged(string acknowledged) => this with { Acknowledged = acknowledged == Acknowledged ? null : acknowledged };

    /// <summary>The query under a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="more">More parameters.</param>
    public string At(string path, params IEnumerable<(string Name, string? Value)> more) => QueryHelpers.AddQueryString(path,
        new (string Name, string? Value)[] { ("state", State), ("severity", Severity), ("metric", Metric), ("acknowledged", Acknowledged) }.Concat(more)
            .Where(static pair => !string.IsNullOrEmpty(pair.Value))
            .Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
