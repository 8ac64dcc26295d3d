namespace Sophia.Core.Analytics.Forecasting;

/// <summary>The candidates' errors at earlier points, and what follows from them: weights, the interval's width, the back-test.</summary>
internal sealed class Validation
{
    // Steps from one origin are far from independent, so the models' own deviations keep as much say as this many steps.
    private const double PriorSteps = 40;

    // The deviations are estimates; Student's t with this many degrees of freedom widens for it.
    private const double DegreesOfFreedom = 50;

    // Keeps the ratio finite for a model that sees no deviation at all; the models' unit is the range of the series.
    private const double SmallestDeviation = 1e-9;

    // One break in a calm series would else widen every later interval without bound; in deviations.
    private const double LargestSurprise = 6;

    private readonly double[] _history;
    private readonly int[] _origins;
    private readonly IReadOnlyList<Candidate> _candidates;
    private readonly ForecastPath[] _combined;

    public Validation(double[] history, int[] origins, IReadOnlyList<Candidate> candidates)
    {
        (_history, _origins, _candidates) = (history, origins, candidates);
        // At each point the weights come from the other points, or a point would judge the weights it has set itself.
        _combined = [.. origins.Select((_, origin) => CombinedPaths.Combine(
            [.. candidates.Select(candidate => candidate.Earlier[origin])], Weights(origins.Length > 1 ? origin : null)))];
    }

    /// <summary>The candidates' weights, from all points or all but one; equal without any point.</summary>
    public double[] Weights(int? leaveOut = null) => CombinedPaths.Weights(
        [.. _candidates.Select(candidate => _origins.Length > 0 ? MeanAbsoluteError(candidate.Earlier, leaveOut) : 1)]);

    /// <summary>Half the interval's width in units of the combined deviation, so scaled that it would have held at the earlier points.</summary>
    public double WidthFactor(double level, int? leaveOut = null)
    {
        double squares = 0;
        var count = 0;
        foreach (var (origin, step) in Steps(leaveOut))
        {
            var error = Error(_combined[origin], origin, step) / (_combined[origin].Deviation[step] + SmallestDeviation);
            squares += Math.Min(error * error, LargestSurprise * LargestSurprise);
            count++;
        }

        var theory = Quantiles.Student((1 + level) / 2, DegreesOfFreedom);
        return count == 0 || squares == 0 ? theory : theory * Math.Pow(squares / count, 0.5 * count / (count + PriorSteps));
    }

    /// <summary>How good the combination has been, in the unit of the series; null without any point.</summary>
    public BackTest? BackTest(double level, SeriesScale scale)
    {
        if (_origins.Length == 0)
        {
            return null;
        }

        var factors = _origins.Select((_, origin) => WidthFactor(level, _origins.Length > 1 ? origin : null)).ToArray();
        var (count, above, below) = (0, 0, 0);
        double bias = 0;
        foreach (var (origin, step) in Steps(leaveOut: null))
        {
            var error = Error(_combined[origin], origin, step);
            var width = factors[origin] * _combined[origin].Deviation[step];
            above += error > width ? 1 : 0;
            below += error < -width ? 1 : 0;
            bias += error;
            count++;
        }

        var naive = _candidates.First(candidate => candidate.Family is SeasonalNaive);
        return new BackTest
        {
            Origins = _origins.Length,
            Steps = count,
            MeanAbsoluteError = scale.UndoDifference(MeanAbsoluteError(_combined, leaveOut: null)),
            Bias = scale.UndoDifference(bias / count),
            NaiveError = scale.UndoDifference(MeanAbsoluteError(naive.Earlier, leaveOut: null)),
            ShareAbove = (double)above / count,
            ShareBelow = (double)below / count,
        };
    }

    /// <summary>The mean absolute error in the models' unit; null without any point.</summary>
    public double? MeanAbsoluteError(Candidate candidate) =>
        _origins.Length > 0 ? MeanAbsoluteError(candidate.Earlier, leaveOut: null) : null;

    private double MeanAbsoluteError(IReadOnlyList<ForecastPath> paths, int? leaveOut) =>
        Steps(leaveOut).Average(at => Math.Abs(Error(paths[at.Origin], at.Origin, at.Step)));

    private double Error(ForecastPath path, int origin, int step) => _history[_origins[origin] + step] - path.Mean[step];

    private IEnumerable<(int Origin, int Step)> Steps(int? leaveOut)
    {
        for (var origin = 0; origin < _origins.Length; origin++)
        {
            for (var step = 0; origin != leaveOut && step < _candidates[0].Earlier[origin].Mean.Length; step++)
            {
                yield return (origin, step);
            }
        }
    }
}
