using System.ComponentModel;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;
using Sophia.Data.Alerts;

namespace Sophia.Api.Alerts;

/// <summary>The filters of <c>GET /api/v1/alerts</c>.</summary>
internal sealed record AlertParameters
{
    /// <summary>Whether they go on.</summary>
    [FromQuery(Name = "state")]
    [Description("open for alerts that go on, resolved for those that are over, all for both; by default open.")]
    public string? State { get; init; }

    /// <summary>How much they matter.</summary>
    [FromQuery(Name = "severity")]
    [Description("The least severity: information, warning or critical; by default information.")]
    public string? Severity { get; init; }

    /// <summary>What is wrong.</summary>
    [FromQuery(Name = "metric")]
    [Description("Only alerts in which this metric is wrong. Example: revenue.won")]
    public string? Metric { get; init; }

    /// <summary>Whether somebody takes care.</summary>
    [FromQuery(Name = "acknowledged")]
    [Description("true for alerts that somebody takes care of, false for those that nobody does; by default both.")]
    public string? Acknowledged { get; init; }

    /// <summary>Since when.</summary>
    [FromQuery(Name = "since")]
    [Description("Only alerts that opened then or later, ISO 8601. Example: 2026-01-01T00:00:00Z")]
    public string? Since { get; init; }

    /// <summary>What is asked for; what is wrong with it goes to <paramref name="errors"/>, per parameter.</summary>
    public AlertFilter Parse(Dictionary<string, string[]> errors)
    {
        if (Metric is { Length: > 0 } && MetricCatalog.Find(Metric) is null)
        {
            errors["metric"] = [$"There is no metric '{Metric}'."];
        }

        return new()
        {
            Open = Pick("state", State, errors, ("open", true), ("resolved", false), ("all", null)),
            LeastSeverity = ParseSeverity(errors),
            Metric = Metric is { Length: > 0 } ? Metric : null,
            Acknowledged = Acknowledged is { Length: > 0 } ? Pick("acknowledged", Acknowledged, errors, ("true", true), ("false", false)) : null,
            OpenedSince = ParseSince(errors),
        };
    }

    private AlertSeverity? ParseSeverity(Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(Severity))
        {
            return null;
        }

        if (Enum.GetNames<AlertSeverity>().Contains(Severity, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<AlertSeverity>(Severity, ignoreCase: true);
        }

        errors["severity"] = [$"'{Severity}' is none of: information, warning, critical."];
        return null;
    }

    private DateTimeOffset? ParseSince(Dictionary<string, string[]> errors)
    {
        if (string.IsNullOrEmpty(Since))
        {
            return null;
        }

        if (DateTimeOffset.TryParse(Since, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var since))
        {
            return since;
        }

        errors["since"] = [$"'{Since}' is no time as 2026-01-01T00:00:00Z."];
        return null;
    }

    // The first choice is the one where nothing is asked for.
    private static bool? Pick(string name, string? text, Dictionary<string, string[]> errors, params (string Text, bool? Value)[] choices)
    {
        if (string.IsNullOrEmpty(text))
        {
            return choices[0].Value;
        }

        if (choices.Where(choice => string.Equals(choice.Text, text, StringComparison.OrdinalIgnoreCase)).ToArray() is [var chosen])
        {
            return chosen.Value;
        }

        errors[name] = [$"'{text}' is none of: {string.Join(", ", choices.Select(static choice => choice.Text))}."];
        return null;
    }
}
