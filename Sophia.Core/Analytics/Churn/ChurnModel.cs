using Sophia.Core.Analytics.Churn.Features;
using Sophia.Core.Analytics.Churn.Models;

namespace Sophia.Core.Analytics.Churn;

/// <summary>A trained model: plain data, so that it can be stored and a past score be made again.</summary>
public sealed record ChurnModel
{
    /// <summary>Equal for equal content.</summary>
    public required string Version { get; init; }

    /// <summary>When it was trained.</summary>
    public required DateTimeOffset TrainedAt { get; init; }

    /// <summary>The columns as it reads them.</summary>
    public required IReadOnlyList<Feature> Features { get; init; }

    /// <summary>The log-odds before any tree.</summary>
    public required double TreeBase { get; init; }

    /// <summary>The trees; empty where the logistic regression answers alone.</summary>
    public required IReadOnlyList<RegressionTree> Trees { get; init; }

    /// <summary>The logistic regression.</summary>
    public required LogisticRegression Linear { get; init; }

    /// <summary>How much the trees count against the logistic regression, 0 to 1.</summary>
    public required double TreeWeight { get; init; }

    /// <summary>Calibration (J. Platt 1999): the log-odds are multiplied by this ...</summary>
    public required double Slope { get; init; }

    /// <summary>... and this is added.</summary>
    public required double Shift { get; init; }

    /// <summary>What a reader should know about it.</summary>
    public required ModelCard Card { get; init; }

    /// <summary>One score a row. Columns may be in any order; one that is gone counts as missing, one that is new is ignored.</summary>
    public IReadOnlyList<ChurnScore> Score(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var encoded = EncodedTable.Encode(table, Features);
        var cells = Features.Select(feature => table.Cells(feature.Name)).ToArray();
        return [.. Enumerable.Range(0, table.Rows.Count).Select(row => Score(encoded, cells, row))];
    }

    /// <summary>
    /// How far the customers of a table have moved from those that taught the model, by column, the farthest first: the population
    /// stability index, where 0.1 is worth a look and 0.25 asks for a new training. Empty for a table without customers.
    /// </summary>
    public IReadOnlyList<FeatureDrift> Drift(CustomerTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        return table.Rows.Count == 0
            ? []
            : [.. Features.Select(feature => FeatureDrift.Of(feature, table, Card.Rows, Features.Count)).OrderByDescending(static drift => drift.StabilityIndex)];
    }

    private ChurnScore Score(EncodedTable encoded, string?[][] cells, int row)
    {
        Span<double> amounts = stackalloc double[Features.Count];
        amounts.Clear();
        var start = TreeWeight * TreeBase;
        foreach (var tree in Trees)
        {
            start += tree.Explain(encoded.Bins, row, TreeWeight, amounts);
        }

        start += ExplainLinear(encoded.Linear[row], amounts);
        var reasons = new ChurnReason[Features.Count];
        for (var index = 0; index < reasons.Length; index++)
        {
            reasons[index] = new(Features[index].Name, cells[index][row], Slope * amounts[index]);
        }

        var baseLogOdds = (Slope * start) + Shift;
        var logOdds = baseLogOdds + reasons.Sum(static reason => reason.LogOdds);
        return new(Logistic.Probability(logOdds), baseLogOdds, [.. reasons.OrderByDescending(static reason => Math.Abs(reason.LogOdds))], Version);
    }

    private double ExplainLinear(double[] columns, Span<double> amounts)
    {
        var share = 1 - TreeWeight;
        var start = Linear.Intercept;
        var column = 0;
        for (var feature = 0; feature < Features.Count; feature++)
        {
            for (var last = column + Features[feature].LinearColumns; column < last; column++)
            {
                amounts[feature] += share * Linear.Weights[column] * (columns[column] - Linear.Means[column]);
                start += Linear.Weights[column] * Linear.Means[column];
            }
        }

        return share * start;
    }
}
