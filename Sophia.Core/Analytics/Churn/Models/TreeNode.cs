namespace Sophia.Core.Analytics.Churn.Models;

/// <summary>A node of a tree.</summary>
/// <param name="Value">In log-odds: what the tree says on average to the training rows that come by; at a leaf, what it says.</param>
/// <param name="Feature">The feature that is asked; -1 at a leaf.</param>
/// <param name="Bin">Rows with this bin or a lower one go left.</param>
/// <param name="MissingLeft">Whether missing and unknown cells go left.</param>
/// <param name="Left">The index of the left node.</param>
/// <param name="Right">The index of the right node.</param>
public sealed record TreeNode(double Value, int Feature = -1, byte Bin = 0, bool MissingLeft = false, int Left = -1, int Right = -1);
