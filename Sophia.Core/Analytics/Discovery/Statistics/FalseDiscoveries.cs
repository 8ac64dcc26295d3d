namespace Sophia.Core.Analytics.Discovery.Statistics;

/// <summary>Keeps the share of false statements among many small.</summary>
public static class FalseDiscoveries
{
    /// <summary>
    /// For each p-value the smallest expected share of false discoveries at which it would be reported (Benjamini and Hochberg 1995);
    /// valid for independent and positively dependent tests.
    /// </summary>
    /// <param name="probabilities">p-values, 0 to 1, of every test that was made, reported or not.</param>
    /// <exception cref="ArgumentOutOfRangeException">A p-value is not between 0 and 1.</exception>
    public static double[] Adjust(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        if (probabilities.Any(static p => p is not (>= 0 and <= 1)))
        {
            throw new ArgumentOutOfRangeException(nameof(probabilities), "A p-value is between 0 and 1.");
        }

        var order = Enumerable.Range(0, probabilities.Count).OrderByDescending(index => probabilities[index]).ToArray();
        var adjusted = new double[probabilities.Count];
        var least = 1.0;
        for (var place = 0; place < order.Length; place++)
        {
            least = Math.Min(least, probabilities[order[place]] * order.Length / (order.Length - place));
            adjusted[order[place]] = least;
        }

        return adjusted;
    }
}
