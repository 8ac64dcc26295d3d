namespace Sophia.Benchmarks.Conversations;

/// <summary>The measures by which the text engines are scored.</summary>
internal static class TextMeasures
{
    /// <summary>Pearson's correlation.</summary>
    public static double Correlation(double[] one, double[] other)
    {
        var (meanOne, meanOther) = (one.Average(), other.Average());
        var shared = one.Zip(other, (first, second) => (first - meanOne) * (second - meanOther)).Sum();
        return shared / Math.Sqrt(one.Sum(value => (value - meanOne) * (value - meanOne)) * other.Sum(value => (value - meanOther) * (value - meanOther)));
    }

    /// <summary>The mean of the classes' F1; a class never right counts 0.</summary>
    public static double MacroF1(string[] given, string[] gold) => gold.Concat(given).Distinct(StringComparer.Ordinal).Average(name =>
    {
        var right = given.Zip(gold).Count(pair => pair.First == name && pair.Second == name);
        return 2.0 * right / (given.Count(one => one == name) + gold.Count(one => one == name));
    });
}
