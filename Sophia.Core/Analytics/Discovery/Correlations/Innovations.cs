namespace Sophia.Core.Analytics.Discovery.Correlations;

/// <summary>What is new in each step of a series: the value without trend, season and what its own past foretells.</summary>
/// <remarks>Prewhitening (Box and Jenkins 1970): two series that each follow their own past correlate by chance far too often.</remarks>
internal static class Innovations
{
    /// <summary>The innovations; missing where the value or its past is, empty where the series says too little.</summary>
    public static double?[] Of(IReadOnlyList<double?> values, int period)
    {
        // Differences take out any slow trend; two differences of a straight line are noise already.
        var moved = new double?[values.Count];
        for (var step = 1; step < values.Count; step++)
        {
            moved[step] = values[step] - values[step - 1];
        }

        var present = moved.Count(static value => value is not null);
        if (present < Math.Max(8, 2 * period) || moved.Any(static value => value is { } number && !double.IsFinite(number)))
        {
            return [];
        }

        // On a scale of its own, so that no square of a huge or tiny metric leaves the range of numbers.
        var largest = moved.Max(static value => Math.Abs(value ?? 0));
        if (!(largest > 0))
        {
            return [];
        }

        moved = [.. moved.Select(value => value / largest)];
        if (period > 1)
        {
            var means = Enumerable.Range(0, period)
                .Select(place => moved.Where((value, step) => step % period == place && value is not null).Select(static value => value!.Value).DefaultIfEmpty(0).Average())
                .ToArray();
            moved = [.. moved.Select((value, step) => value - means[step % period])];
        }

        return Whitened(Whitened(moved));
    }

    /// <summary>Degrees of freedom that the season costs.</summary>
    public static int Cost(int period) => period > 1 ? period - 1 : 0;

    // One step of the past at a time, twice: a differenced series remembers mostly its last value.
    private static double?[] Whitened(double?[] values)
    {
        if (!values.Any(static value => value is not null))
        {
            return [];
        }

        var mean = values.OfType<double>().Average();
        double?[] centred = [.. values.Select(value => value - mean)];
        var (cross, square) = (0.0, 0.0);
        for (var step = 1; step < centred.Length; step++)
        {
            if (centred[step] is { } now && centred[step - 1] is { } before)
            {
                cross += now * before;
                square += before * before;
            }
        }

        if (!(square > 1e-20))
        {
            return [];
        }

        var carried = Math.Clamp(cross / square, -0.95, 0.95);
        var whitened = new double?[centred.Length];
        for (var step = 1; step < centred.Length; step++)
        {
            whitened[step] = centred[step] - (carried * centred[step - 1]);
        }

        return whitened;
    }
}
