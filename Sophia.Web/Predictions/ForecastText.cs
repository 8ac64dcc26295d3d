using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;

namespace Sophia.Web.Predictions;

/// <summary>Puts forecasts and how good they were into words.</summary>
internal static class ForecastText
{
    /// <summary>Forecast by ETS, Theta with the 95% band.</summary>
    public static string Legend(IStringLocalizer text, MetricForecast forecast) =>
        text["forecast.legend", Models(forecast), Whole(forecast.Level ?? 0)];

    /// <summary>The kinds of models that took part, the weightiest first.</summary>
    public static string Models(MetricForecast forecast) =>
        string.Join(", ", forecast.Models.Select(static model => model.Family).Distinct(StringComparer.Ordinal));

    /// <summary>How good such forecasts were on the past, in a sentence.</summary>
    public static string BackTest(IStringLocalizer text, MetricForecast forecast) => forecast.BackTest is { } test
        ? Against(test) is { } gain
            ? text[gain >= 0 ? "forecast.better" : "forecast.worse", test.Steps, FigureText.Percent((decimal)Math.Abs(gain)), FigureText.Percent((decimal)test.Coverage)]
            : text["forecast.tested", test.Steps, FigureText.Percent((decimal)test.Coverage)]
        : text["forecast.untested"];

    /// <summary>By which share the error is smaller than that of repeating the past; negative where it is larger, null where that one never errs.</summary>
    public static double? Against(BackTest test) => test.NaiveError > 0 ? 1 - (test.MeanAbsoluteError / test.NaiveError) : null;

    /// <summary>A share as whole percent, as levels are spoken of: 95%.</summary>
    public static string Whole(double share) => share.ToString("P0", CultureInfo.CurrentCulture);
}
