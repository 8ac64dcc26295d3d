using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.Data.Sources;
using Sophia.Integrations;

namespace Sophia.Agents.Sources;

/// <summary>Says how much of the sources' history is loaded, and what keeps a source from being read.</summary>
internal sealed class HistoryHealthCheck(SourceStatusStore statuses, IEnumerable<ISourceConnector> connectors) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var known = await statuses.ReadAsync(cancellationToken);
        SourceStatus[] sources =
        [
            .. connectors.Select(connector =>
                known.FirstOrDefault(status => status.Connection == connector.Connection) ?? new SourceStatus { Connection = connector.Connection }),
        ];
        var data = new Dictionary<string, object>(StringComparer.Ordinal);
        if (ProgressOf(sources) is { } progress)
        {
            data["progress"] = progress;
        }

        var description = string.Join("; ", sources.Select(Describe));
        // Figures are shown while they load, so an unfinished history makes the service degraded, not unhealthy.
        return sources.All(static source => source.HistoryLoaded && source.Error is null)
            ? HealthCheckResult.Healthy(description, data)
            : HealthCheckResult.Degraded(description, data: data);
    }

    // Unknown until every source has said how much it has.
    private static double? ProgressOf(IReadOnlyCollection<SourceStatus> sources)
    {
        if (sources.All(static source => source.HistoryLoaded))
        {
            return 1;
        }

        var total = sources.Sum(static source => source.Total);
        return sources.All(static source => source.Total is not null) && total > 0
            ? Math.Clamp((double)sources.Sum(static source => source.Loaded) / total.Value, 0, 1)
            : null;
    }

    private static string Describe(SourceStatus source) => source switch
    {
        { Error: { } error } => $"{source.Connection}: {error}",
        { HistoryLoaded: true } => $"{source.Connection}: history loaded",
        { Total: { } total } => string.Create(CultureInfo.InvariantCulture, $"{source.Connection}: {source.Loaded:N0} of {total:N0} objects loaded"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{source.Connection}: {source.Loaded:N0} objects loaded"),
    };
}
