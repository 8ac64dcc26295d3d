using Sophia.Core.Analytics.Churn.Health;

namespace Sophia.Tests.Core.Analytics.Churn;

public sealed class CustomerHealthTests
{
    private static readonly HealthWeights s_weights = new("2026-1", new Dictionary<HealthComponent, double>
    {
        [HealthComponent.Usage] = 3, [HealthComponent.Support] = 1, [HealthComponent.Sentiment] = 1,
    });

    [Fact]
    public void A_score_opens_into_components_whose_points_add_up_to_it()
    {
        var health = CustomerHealth.Assess(
            [
                new(HealthComponent.Usage, "active users, share of seats", 0.8, 0, 1),
                new(HealthComponent.Support, "open tickets", 4, 8, 0),
                new(HealthComponent.Sentiment, "mean tone of calls", null, -1, 1),
            ], s_weights);

        Assert.Equal(72.5, health.Score!.Value, 9);
        Assert.Equal(HealthBand.Healthy, health.Band);
        Assert.Equal(health.Score.Value, health.Components.Sum(static component => component.Points ?? 0), 9);
        Assert.Equal(0.8, health.KnownShare, 9);
    }

    [Fact]
    public void Too_little_data_is_unknown_and_never_a_number()
    {
        var health = CustomerHealth.Assess([new(HealthComponent.Support, "open tickets", 0, 8, 0)], s_weights);

        Assert.Null(health.Score);
        Assert.Equal(HealthBand.Unknown, health.Band);
    }
}
