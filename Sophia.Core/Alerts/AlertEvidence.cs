using System.Globalization;
using System.Text;
using System.Text.Json;
using Sophia.Core.Metrics;

namespace Sophia.Core.Alerts;

/// <summary>Where what an alert says can be seen.</summary>
/// <param name="Figures">The address of the figure, of its series and of what it is held against.</param>
/// <param name="Rows">The address of the rows behind the figure.</param>
public sealed record AlertEvidence(string Figures, string Rows)
{
    /// <summary>The evidence of what was read.</summary>
    public static AlertEvidence Of(Watch watch, AlertReading reading)
    {
        ArgumentNullException.ThrowIfNull(watch);
        ArgumentNullException.ThrowIfNull(reading);
        var days = string.Create(CultureInfo.InvariantCulture, $"from={reading.From:yyyy-MM-dd}&to={reading.To:yyyy-MM-dd}");
        var figures = new StringBuilder($"/api/v1/dashboard/metrics?metrics={watch.Rule.Metric}&{days}");
        var rows = new StringBuilder($"/api/v1/dashboard/rows?metric={watch.Rule.Metric}&{days}");
        if (watch.Rule.Compare != Comparison.None)
        {
            figures.Append(CultureInfo.InvariantCulture, $"&compare={Name(watch.Rule.Compare)}");
        }

        if (watch.Filter is { } filter)
        {
            var kept = $"&filter={Uri.EscapeDataString(filter.ToString())}";
            figures.Append(kept);
            rows.Append(kept);
        }

        return new(figures.ToString(), rows.ToString());
    }

    private static string Name<TEnum>(TEnum value)
        where TEnum : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
