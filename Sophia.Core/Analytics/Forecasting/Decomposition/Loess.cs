namespace Sophia.Core.Analytics.Forecasting.Decomposition;

/// <summary>Local regression with tricube weights on equally spaced values (Cleveland 1979).</summary>
internal static class Loess
{
    /// <summary>The smoothed values at the positions from <paramref name="from"/> on; positions outside are extrapolated.</summary>
    /// <param name="values">The values at positions 0, 1, 2 ...</param>
    /// <param name="window">How many neighbours take part; odd, 3 or more.</param>
    /// <param name="linear">A local line instead of a local mean.</param>
    /// <param name="from">The first position to smooth at.</param>
    /// <param name="smoothed">Receives the values; its length says how many positions.</param>
    public static void Smooth(ReadOnlySpan<double> values, int window, bool linear, int from, Span<double> smoothed)
    {
        var count = values.Length;
        var neighbours = Math.Min(window, count);
        var reach = neighbours / 2;
        var inner = window <= count ? Kernel(neighbours) : [];
        for (var index = 0; index < smoothed.Length; index++)
        {
            var position = from + index;
            if (inner.Length > 0 && position >= reach && position + reach < count)
            {
                smoothed[index] = WeightedSum(inner, values.Slice(position - reach, neighbours));
                continue;
            }

            var first = Math.Clamp(position - (neighbours / 2), 0, count - neighbours);
            double bandwidth = Math.Max(position - first, first + neighbours - 1 - position);
            if (window > count)
            {
                bandwidth += (window - count) / 2;
            }

            smoothed[index] = At(values.Slice(first, neighbours), position - first, bandwidth, linear);
        }
    }

    // Where the window is whole its weights are even-sided, so that the local line and the local mean agree.
    private static double[] Kernel(int neighbours)
    {
        var weights = new double[neighbours];
        double reach = neighbours / 2;
        double sum = 0;
        for (var step = 0; step < neighbours; step++)
        {
            var ratio = reach > 0 ? Math.Abs(step - reach) / reach : 0;
            var kernel = 1 - (ratio * ratio * ratio);
            weights[step] = kernel * kernel * kernel;
            sum += weights[step];
        }

        for (var step = 0; step < neighbours; step++)
        {
            weights[step] /= sum;
        }

        return weights;
    }

    private static double WeightedSum(ReadOnlySpan<double> weights, ReadOnlySpan<double> values)
    {
        double sum = 0;
        for (var step = 0; step < weights.Length; step++)
        {
            sum += weights[step] * values[step];
        }

        return sum;
    }

    private static double At(ReadOnlySpan<double> values, int position, double bandwidth, bool linear)
    {
        double weights = 0;
        double sum = 0;
        double offsets = 0;
        double squares = 0;
        double products = 0;
        for (var step = 0; step < values.Length; step++)
        {
            double offset = step - position;
            var distance = Math.Abs(offset);
            if (distance > 0.999 * bandwidth && bandwidth > 0)
            {
                continue;
            }

            var ratio = bandwidth > 0 ? distance / bandwidth : 0;
            var kernel = 1 - (ratio * ratio * ratio);
            var weight = kernel * kernel * kernel;
            weights += weight;
            sum += weight * values[step];
            offsets += weight * offset;
            squares += weight * offset * offset;
            products += weight * offset * values[step];
        }

        var spread = (weights * squares) - (offsets * offsets);
        return linear && spread > 1e-9 * weights * weights * bandwidth * bandwidth
            ? ((squares * sum) - (offsets * products)) / spread
            : sum / weights;
    }
}
