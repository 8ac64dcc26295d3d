using Sophia.Core.Analytics.Churn.Features;

namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>
/// Grows gradient-boosted trees on binned features with second-order steps (J. Friedman 2001, 2002; T. Chen and C. Guestrin 2016):
/// each tree on a part of the rows, shrunk.
/// </summary>
internal sealed class TreeGrower(byte[][] bins, int[] binCounts, bool[] left, int[] used, Random random)
{
    public const double Rate = 0.04;
    private const int Depth = 3;
    private const double RowShare = 0.7;
    private const double FewestRows = 15;
    private const double Penalty = 3;

    private readonly double[] _gradients = new double[left.Length];
    private readonly double[] _curvatures = new double[left.Length];

    /// <summary>The log-odds of every row by the trees grown so far, also of rows that do not teach.</summary>
    public double[] LogOdds { get; } = Enumerable.Repeat(Base(left, used), left.Length).ToArray();

    public double BaseLogOdds { get; } = Base(left, used);

    public List<RegressionTree> Trees { get; } = [];

    public void GrowOne()
    {
        var rows = used.Where(_ => random.NextDouble() < RowShare).ToArray();
        foreach (var row in rows)
        {
            var probability = Logistic.Probability(LogOdds[row]);
            _gradients[row] = probability - (left[row] ? 1 : 0);
            _curvatures[row] = probability * (1 - probability);
        }

        var nodes = new List<TreeNode>();
        Grow(rows, Depth, nodes);
        var tree = new RegressionTree([.. nodes]);
        Trees.Add(tree);
        for (var row = 0; row < LogOdds.Length; row++)
        {
            LogOdds[row] += tree.LogOdds(bins, row);
        }
    }

    private static double Base(bool[] left, int[] used)
    {
        var leavers = used.Count(row => left[row]);
        return Logistic.LogOdds((leavers + 0.5) / (used.Length + 1.0));
    }

    private int Grow(int[] rows, int depth, List<TreeNode> nodes)
    {
        var gradient = rows.Sum(row => _gradients[row]);
        var curvature = rows.Sum(row => _curvatures[row]);
        var index = nodes.Count;
        nodes.Add(new(-Rate * gradient / (curvature + Penalty)));
        if (depth == 0 || rows.Length < 2 * FewestRows || BestSplit(rows, gradient, curvature) is not { } split)
        {
            return index;
        }

        var column = bins[split.Feature];
        bool GoesLeft(int row) => column[row] == Feature.MissingBin ? split.MissingLeft : column[row] <= split.Bin;
        var leftRows = Array.FindAll(rows, GoesLeft);
        var rightRows = Array.FindAll(rows, row => !GoesLeft(row));
        var leftIndex = Grow(leftRows, depth - 1, nodes);
        var rightIndex = Grow(rightRows, depth - 1, nodes);
        // The mean of what lies below, so that contributions are against what a typical row gets.
        var value = ((nodes[leftIndex].Value * leftRows.Length) + (nodes[rightIndex].Value * rightRows.Length)) / rows.Length;
        nodes[index] = split with { Value = value, Left = leftIndex, Right = rightIndex };
        return index;
    }

    private TreeNode? BestSplit(int[] rows, double gradient, double curvature)
    {
        TreeNode? best = null;
        var bestGain = 1e-6;
        Span<(double Gradient, double Curvature, int Rows)> sums = stackalloc (double, double, int)[64];
        for (var feature = 0; feature < bins.Length; feature++)
        {
            sums.Clear();
            var column = bins[feature];
            foreach (var row in rows)
            {
                ref var sum = ref sums[column[row]];
                sum.Gradient += _gradients[row];
                sum.Curvature += _curvatures[row];
                sum.Rows++;
            }

            var missing = sums[Feature.MissingBin];
            var (leftGradient, leftCurvature, leftRows) = (0.0, 0.0, 0);
            for (byte bin = 1; bin < binCounts[feature]; bin++)
            {
                leftGradient += sums[bin].Gradient;
                leftCurvature += sums[bin].Curvature;
                leftRows += sums[bin].Rows;
                for (var side = 0; side < (missing.Rows == 0 ? 1 : 2); side++)
                {
                    var with = side == 0 ? default : missing;
                    var count = leftRows + with.Rows;
                    if (count < FewestRows || rows.Length - count < FewestRows)
                    {
                        continue;
                    }

                    var (g, h) = (leftGradient + with.Gradient, leftCurvature + with.Curvature);
                    var gain = Gain(g, h) + Gain(gradient - g, curvature - h) - Gain(gradient, curvature);
                    if (gain > bestGain)
                    {
                        bestGain = gain;
                        // Where nothing was missing in training, what is missing later goes with the many.
                        best = new(0, feature, bin, missing.Rows == 0 ? 2 * count > rows.Length : side == 1);
                    }
                }
            }
        }

        return best;
    }

    private static double Gain(double gradient, double curvature) => gradient * gradient / (curvature + Penalty);
}
