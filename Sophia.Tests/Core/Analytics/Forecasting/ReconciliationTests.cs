using Sophia.Core.Analytics.Forecasting;
using Sophia.Core.Analytics.Forecasting.Hierarchies;

namespace Sophia.Tests.Core.Analytics.Forecasting;

public sealed class ReconciliationTests
{
    private static readonly Hierarchy s_company = new(
        ["North", "South", "East"],
        new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal)
        {
            ["Company"] = ["North", "South", "East"],
            ["Poles"] = ["North", "South"],
        });

    [Fact]
    public void Regions_add_up_to_the_company_at_every_step()
    {
        double[][] regions = [MadeUpSeries.Of(48, 12, 21), MadeUpSeries.Of(48, 12, 22, slope: -1), MadeUpSeries.Of(48, 12, 23, noise: 30)];
        double[] Sum(params int[] members) => [.. Enumerable.Range(0, 48).Select(step => members.Sum(member => regions[member][step]))];
        var forecasts = new Dictionary<string, double[]>(StringComparer.Ordinal)
        {
            ["North"] = regions[0],
            ["South"] = regions[1],
            ["East"] = regions[2],
            ["Company"] = Sum(0, 1, 2),
            ["Poles"] = Sum(0, 1),
        }.ToDictionary(pair => pair.Key, pair => Assert.IsType<Forecast>(Forecaster.Forecast(
            new ForecastRequest { Values = pair.Value, Horizon = 6, Seasons = [12] })), StringComparer.Ordinal);

        var reconciled = Reconciliation.Reconcile(s_company, forecasts);

        for (var step = 0; step < 6; step++)
        {
            double At(string name) => reconciled[name].Mean[step];
            Assert.Equal(At("North") + At("South") + At("East"), At("Company"), 1e-9 * At("Company"));
            Assert.Equal(At("North") + At("South"), At("Poles"), 1e-9 * At("Poles"));
            Assert.All(reconciled.Values, forecast => Assert.InRange(forecast.Mean[step], forecast.Lower[step], forecast.Upper[step]));
        }
    }

    [Fact]
    public void The_surer_forecast_moves_less()
    {
        var reconciled = Reconciliation.Reconcile(
            new Hierarchy(["A", "B"], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["Sum"] = ["A", "B"] }),
            new Dictionary<string, Forecast>(StringComparer.Ordinal)
            {
                ["A"] = Stated(10, width: 1),
                ["B"] = Stated(20, width: 10),
                ["Sum"] = Stated(36, width: 1),
            });

        Assert.Equal(10, reconciled["A"].Mean[0], 0.2);
        Assert.Equal(36, reconciled["Sum"].Mean[0], 0.2);
        Assert.Equal(26, reconciled["B"].Mean[0], 0.4);
        Assert.Equal(reconciled["A"].Mean[0] + reconciled["B"].Mean[0], reconciled["Sum"].Mean[0], 1e-9);
    }

    [Fact]
    public void Forecasts_that_already_add_up_stay_as_they_are()
    {
        var forecasts = new Dictionary<string, Forecast>(StringComparer.Ordinal)
        {
            ["North"] = Stated(10, 2),
            ["South"] = Stated(-4, 3),
            ["East"] = Stated(5, 0),
            ["Company"] = Stated(11, 4),
            ["Poles"] = Stated(6, 1),
        };

        Assert.All(Reconciliation.Reconcile(s_company, forecasts), pair => Assert.Equal(forecasts[pair.Key].Mean[0], pair.Value.Mean[0], 1e-9));
    }

    [Fact]
    public void A_sum_of_unknown_parts_is_refused() => Assert.Throws<ArgumentException>(() => new Hierarchy(
        ["A"], new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["Sum"] = ["A", "B"] }));

    private static Forecast Stated(double mean, double width) => new()
    {
        Mean = [mean],
        Lower = [mean - width],
        Upper = [mean + width],
        Level = 0.95,
        Models = [],
        Seasons = [],
        Reason = "Stated",
        BackTest = null,
    };
}
