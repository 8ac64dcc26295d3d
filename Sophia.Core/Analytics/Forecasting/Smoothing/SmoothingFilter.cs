namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>The recursion of the smoothing models: states forward, one-step errors on the way.</summary>
internal static class SmoothingFilter
{
    // Below this a proportional model has lost its level; the models' unit has its smallest observation at a quarter.
    private const double Vanishing = 1e-6;

    // A level that halves or grows by half in one step is no trend.
    private const double FastestRate = 0.5;

    /// <summary>Runs over the history; <paramref name="season"/> holds the initial season and is left with the final one.</summary>
    /// <returns>
    /// The final level and slope, the sum of squared (relative) errors, and -2 log likelihood up to a constant; infinite where the
    /// model breaks down.
    /// </returns>
    public static SmoothingState Run(
        SmoothingForm form, in SmoothingParameters parameters, ReadOnlySpan<double> history, Span<double> season)
    {
        var (alpha, beta, gamma, damping) = (parameters.Level, parameters.Trend, parameters.Season, parameters.Damping);
        var (level, trend) = (parameters.InitialLevel, parameters.InitialTrend);
        var grows = form.Trend.Grows();
        var relative = form.Error is ErrorForm.Multiplicative;
        double squares = 0;
        double logarithms = 0;
        // Products of up to 16 expected values are taken before their logarithm, which is the costliest operation here.
        double product = 1;
        var position = 0;
        for (var step = 0; step < history.Length; step++)
        {
            var value = history[step];
            double carried;
            double expectedLevel;
            var pull = beta;
            if (grows)
            {
                // The trend of a growing level is its rate: 0.02 for 2 % a step.
                carried = damping == 1 ? trend : Math.Pow(1 + trend, damping) - 1;
                if (level < Vanishing || !(Math.Abs(carried) < FastestRate))
                {
                    return SmoothingState.Broken;
                }

                expectedLevel = Math.FusedMultiplyAdd(carried, level, level);
                pull /= level;
            }
            else
            {
                carried = damping * trend;
                expectedLevel = Math.FusedMultiplyAdd(damping, trend, level);
            }

            double expected;
            double adjusted;
            switch (form.Season)
            {
                case SeasonForm.Additive:
                    expected = expectedLevel + season[position];
                    adjusted = value - season[position];
                    season[position] += gamma * (value - expected);
                    break;
                case SeasonForm.Multiplicative:
                    if (expectedLevel < Vanishing || season[position] < Vanishing)
                    {
                        return SmoothingState.Broken;
                    }

                    expected = expectedLevel * season[position];
                    adjusted = value / season[position];
                    season[position] += gamma * ((value / expectedLevel) - season[position]);
                    break;
                case SeasonForm.None:
                default:
                    expected = expectedLevel;
                    adjusted = value;
                    break;
            }

            var error = value - expected;
            if (relative)
            {
                if (expected < Vanishing)
                {
                    return SmoothingState.Broken;
                }

                error /= expected;
                product *= expected;
                if ((step & 15) == 15)
                {
                    logarithms += Math.Log(product);
                    product = 1;
                }
            }

            squares = Math.FusedMultiplyAdd(error, error, squares);
            // Each step waits for the one before, so what counts here is the length of this chain.
            var surprise = adjusted - expectedLevel;
            level = Math.FusedMultiplyAdd(alpha, surprise, expectedLevel);
            trend = Math.FusedMultiplyAdd(pull, surprise, carried);
            position = position + 1 == season.Length ? 0 : position + 1;
        }

        if (grows && (level < Vanishing || !(Math.Abs(trend) < FastestRate)))
        {
            return SmoothingState.Broken;
        }

        var fit = (history.Length * Math.Log(Math.Max(squares, 1e-300))) + (2 * (logarithms + Math.Log(product)));
        return new SmoothingState(level, trend, position, squares, double.IsFinite(fit) ? fit : double.PositiveInfinity);
    }
}
