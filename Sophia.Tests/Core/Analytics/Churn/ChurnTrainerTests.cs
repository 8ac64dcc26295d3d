using System.Text.Json;
using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Churn.Features;
using Sophia.Core.Analytics.Churn.Models;

namespace Sophia.Tests.Core.Analytics.Churn;

public sealed class ChurnTrainerTests
{
    private static readonly Lazy<ChurnModel> s_model = new(static () => MadeUpCustomers.Trained(1500, seed: 1));

    [Fact]
    public void A_model_ranks_new_customers_and_its_promises_come_true()
    {
        var (table, left) = MadeUpCustomers.Make(3000, seed: 2);

        var measured = Measures.Of([.. s_model.Value.Score(table).Select(static score => score.Probability)], left);

        Assert.InRange(measured.Auc, 0.75, 0.9);
        Assert.InRange(measured.CalibrationError, 0, 0.05);
        Assert.InRange(Math.Abs(measured.Auc - s_model.Value.Card.Validated.Auc), 0, 0.05);
    }

    [Fact]
    public void The_reasons_of_a_customer_sum_to_the_score_and_name_what_matters()
    {
        var (table, _) = MadeUpCustomers.Make(300, seed: 3);

        var scores = s_model.Value.Score(table);

        Assert.All(scores, static score => Assert.Equal(Logistic.LogOdds(score.Probability), score.LogOdds, 6));
        var riskiest = scores.MaxBy(static score => score.Probability)!;
        Assert.Equal("plan, since", string.Join(", ", riskiest.Reasons.Take(2).Select(static reason => reason.Column).Order(StringComparer.Ordinal)));
        Assert.Equal("monthly", riskiest.Reasons.Single(static reason => reason.Column == "plan").Cell);
        Assert.All(riskiest.Reasons.Take(2), static reason => Assert.True(reason.LogOdds > 0.3, $"{reason} does not explain a high risk."));
    }

    [Fact]
    public void Keys_and_constants_are_no_features_and_the_card_says_so()
    {
        Assert.Equal("plan, seats, since, country", string.Join(", ", s_model.Value.Card.Features));
        Assert.Equal("key, constant, left", string.Join(", ", s_model.Value.Card.LeftOut));
        Assert.Equal(FeatureKind.Date, s_model.Value.Features.Single(static feature => feature.Name == "since").Kind);
    }

    [Fact]
    public void Unknown_words_missing_cells_and_missing_columns_still_get_a_probability()
    {
        var scores = s_model.Value.Score(new(["country", "plan"], [["Atlantis", "weekly"], [null, ""], []], MadeUpCustomers.AsOf));

        Assert.All(scores, static score => Assert.InRange(score.Probability, 0.001, 0.999));
    }

    [Fact]
    public void The_same_table_gives_the_same_model_and_a_stored_model_the_same_scores()
    {
        var again = MadeUpCustomers.Trained(1500, seed: 1);
        var stored = JsonSerializer.Deserialize<ChurnModel>(JsonSerializer.Serialize(again))!;
        var (table, _) = MadeUpCustomers.Make(50, seed: 4);

        Assert.Equal(s_model.Value.Version, again.Version);
        Assert.Equal(
            s_model.Value.Score(table).Select(static score => score.Probability),
            stored.Score(table).Select(static score => score.Probability));
    }

    [Fact]
    public void Too_few_leavers_give_no_model_but_a_reason()
    {
        var (table, _) = MadeUpCustomers.Make(200, seed: 5);

        var declined = Assert.IsType<ChurnTraining.Declined>(MadeUpCustomers.Train(table, [.. Enumerable.Range(0, 200).Select(static row => row < 4)]));

        Assert.Contains("4 of 200", declined.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_small_table_is_answered_by_the_logistic_regression_alone()
    {
        var model = MadeUpCustomers.Trained(120, seed: 6);

        Assert.Empty(model.Trees);
        Assert.Equal(0, model.TreeWeight);
    }

    [Fact]
    public void Customers_who_changed_their_plans_show_as_drift_of_that_column_only()
    {
        var (table, _) = MadeUpCustomers.Make(1000, seed: 7);
        var moved = table with { Rows = [.. table.Rows.Select(static row => row.Select((cell, column) => column == 1 ? "monthly" : cell).ToArray())] };

        var drift = s_model.Value.Drift(moved);

        Assert.Equal("plan", drift[0].Column);
        Assert.True(drift[0].StabilityIndex > 0.25, $"{drift[0].StabilityIndex} is not much.");
        Assert.Equal(DriftVerdict.Moved, drift[0].Verdict);
        Assert.All(drift.Skip(1), static column => Assert.InRange(column.StabilityIndex, 0, 0.1));
    }

    [Fact]
    public void Few_customers_who_differ_by_chance_alone_are_no_drift()
    {
        var drifts = Enumerable.Range(100, 40).Select(static seed => s_model.Value.Drift(MadeUpCustomers.Make(40, seed).Table)).ToArray();

        // Forty customers over ten groups differ by more than the usual limit as a rule.
        Assert.Contains(drifts, static drift => drift[0].StabilityIndex > 0.25);
        Assert.InRange(drifts.Count(static drift => drift.Any(static column => column.Verdict is not DriftVerdict.Stable)), 0, 6);
    }

    [Fact]
    public void Nobody_has_not_moved() => Assert.Empty(s_model.Value.Drift(MadeUpCustomers.Make(1, seed: 7).Table with { Rows = [] }));
}
