using System.Globalization;
namespace Sophia.Core.Analytics.Forecasting;
internal static class ForecastTuning
{
    public static double Get(string n, double d) => Environment.GetEnvironmentVariable(n) is { Length: > 0 } v ? double.Parse(v, CultureInfo.InvariantCulture) : d;
    public static readonly double Cutoff = Get("F_CUT", 1.5), Power = Get("F_POW", 2), Prior = Get("F_PRIOR", 10), Widen = Get("F_WIDEN", 1.0);
    public static readonly string Pool = Environment.GetEnvironmentVariable("F_POOL") ?? "";
}
