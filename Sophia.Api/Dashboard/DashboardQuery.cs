using Sophia.Core.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>Reads queries that come from outside.</summary>
internal static class DashboardQuery
{
    // Each unknown name is answered with the list of known ones, so their number bounds the answer.
    private const int MostPatterns = 32;

    /// <summary>The query, or what is wrong with the text, per field.</summary>
    public static Dictionary<string, string[]> Parse(MetricQueryText text, TimeProvider clock, out MetricQuery? query)
    {
        if (text.Metrics is { Count: > MostPatterns })
        {
            query = null;
            return new(StringComparer.Ordinal) { ["metrics"] = [$"At most {MostPatterns} metrics or patterns can be asked for at once."] };
        }

        return new(text.Parse(Today(clock), out query), StringComparer.Ordinal);
    }

    /// <summary>The present UTC day.</summary>
    public static DateOnly Today(TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
