using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.Data.Sources;

namespace Sophia.Api.Health;

/// <summary>How much of the sources' history is loaded. Loading is no illness: figures say themselves that they are incomplete.</summary>
internal sealed class HistoryHealthCheck(SourceStatusStore sources) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Describe(await sources.ReadAsync(cancellationToken));

    /// <summary>The result for what is known of the sources; <c>progress</c> (0 to 1) while something loads and its size is known.</summary>
    internal static HealthCheckResult Describe(IReadOnlyList<SourceStatus> sources)
    {
        var loading = sources.Where(static source => !source.HistoryLoaded).ToArray();
        var loaded = sources.Sum(static source => source.Loaded);
        if (sources.Count == 0)
        {
            return HealthCheckResult.Healthy("No source has delivered anything yet.");
        }

        if (loading.Length == 0)
        {
            return HealthCheckResult.Healthy(Text($"{loaded:N0} objects loaded"));
        }

        if (loading.Any(static source => source.Total is null or 0))
        {
            return HealthCheckResult.Healthy(Text($"{loaded:N0} objects loaded, loading"));
        }

        var loadedOfTotal = loading.Sum(static source => source.Loaded);
        var total = loading.Sum(static source => source.Total!.Value);
        return HealthCheckResult.Healthy(
            Text($"{loadedOfTotal:N0} of {total:N0} objects loaded"),
            new Dictionary<string, object>(StringComparer.Ordinal) { ["progress"] = Math.Min(1d, (double)loadedOfTotal / total) });
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.GetCultureInfo("en-US"));
}
