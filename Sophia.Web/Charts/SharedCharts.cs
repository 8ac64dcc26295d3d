using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Sophia.Web.Charts;

/// <summary>Charts of figures, put together once for all open pages that draw the same figures in the same language.</summary>
internal static class SharedCharts
{
    // Lives as long as the figures; for each of their metrics and each language one.
    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<(string Language, string Metric), Drawn>> s_drawn = [];

    /// <summary>Puts a chart together, unless it has been.</summary>
    /// <param name="figures">The object that pages with the same figures share.</param>
    /// <param name="metric">The key of the metric that is drawn.</param>
    /// <param name="basis">What the chart depends on besides its figures and the language.</param>
    /// <param name="draw">Puts it together.</param>
    public static ChartContent Of(object figures, string metric, ChartBasis basis, Func<ChartContent> draw)
    {
        var drawings = s_drawn.GetOrCreateValue(figures);
        var key = (CultureInfo.CurrentUICulture.Name, metric);
        if (drawings.TryGetValue(key, out var known) && known.Basis.IsLike(basis))
        {
            return known.Content;
        }

        var content = draw();
        drawings[key] = new(basis, content);
        return content;
    }

    private sealed record Drawn(ChartBasis Basis, ChartContent Content);
}
