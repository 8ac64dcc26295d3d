using Sophia.Core.Analytics.Churn.Features;

namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>One tree of a boosted model.</summary>
/// <param name="Nodes">The root first.</param>
public sealed record RegressionTree(IReadOnlyList<TreeNode> Nodes)
{
    internal double LogOdds(byte[][] bins, int row)
    {
        var node = Nodes[0];
        while (node.Feature >= 0)
        {
            node = Next(node, bins[node.Feature][row]);
        }

        return node.Value;
    }

    /// <summary>
    /// Adds what each question on the row's way changed to the feature that was asked (A. Saabas 2014); with the root's value they
    /// sum to the leaf's.
    /// </summary>
    internal double Explain(byte[][] bins, int row, double share, Span<double> contributions)
    {
        var node = Nodes[0];
        while (node.Feature >= 0)
        {
            var next = Next(node, bins[node.Feature][row]);
            contributions[node.Feature] += share * (next.Value - node.Value);
            node = next;
        }

        return share * Nodes[0].Value;
    }

    private TreeNode Next(TreeNode node, byte bin) =>
        Nodes[(bin == Feature.MissingBin ? node.MissingLeft : bin <= node.Bin) ? node.Left : node.Right];
}
