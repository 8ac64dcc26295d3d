namespace Sophia.Core.Analytics.Forecasting.Smoothing;

/// <summary>A smoothing model with estimated parameters, standing at the end of its history.</summary>
internal sealed record SmoothingFit
{
    // In the unit of the criterion, which tells forms apart by whole units: less is not worth another step of the search.
    private const double SmallestGain = 0.01;

    public required SmoothingForm Form { get; init; }

    public required SmoothingParameters Parameters { get; init; }

    public required double[] InitialSeason { get; init; }

    /// <summary>One cycle of the season as it ended, from <see cref="SmoothingState.SeasonPosition"/> on.</summary>
    public required double[] FinalSeason { get; init; }

    public required SmoothingState State { get; init; }

    public required int Count { get; init; }

    /// <summary>Akaike's criterion for small samples, up to a constant that all forms share.</summary>
    public double Criterion
    {
        get
        {
            var parameters = Form.ParameterCount;
            return parameters + 1 >= Count
                ? double.PositiveInfinity
                : State.Fit + (2.0 * parameters) + (2.0 * parameters * (parameters + 1) / (Count - parameters - 1));
        }
    }

    /// <summary>Estimates the parameters by maximum likelihood.</summary>
    /// <param name="form">The model.</param>
    /// <param name="history">Values in the models' unit, without gaps; at least two cycles for a season.</param>
    /// <param name="start">Weights to begin the search with, as a shorter history gave them.</param>
    /// <param name="evaluations">Bound on the search.</param>
    public static SmoothingFit Estimate(SmoothingForm form, double[] history, SmoothingParameters? start, int evaluations)
    {
        var (level, trend, season) = SmoothingStart.Estimate(form, history);
        var damping = form.Trend.IsDamped() ? 0.95 : 1;
        var seasonal = form.Season is not SeasonForm.None;
        var first = start is { } known
            ? known with { InitialLevel = level, InitialTrend = trend }
            : new SmoothingParameters(0.3, form.Trend is TrendForm.None ? 0 : 0.03, seasonal ? 0.1 : 0, damping, level, trend);
        var vector = first.ToVector(form);
        var work = new double[season.Length];
        double Objective(double[] point)
        {
            var parameters = SmoothingParameters.FromVector(form, point);
            if (!parameters.AreAdmissible || (form.Trend.IsDamped() && parameters.Damping > 0.98))
            {
                return double.PositiveInfinity;
            }

            season.CopyTo(work, 0);
            return SmoothingFilter.Run(form, parameters, history, work).Fit;
        }

        var steps = new SmoothingParameters(0.2, 0.04, 0.1, -0.05, 0.1, 0.01).ToVector(form);
        NelderMead.Minimise(Objective, vector, steps, evaluations, SmallestGain);
        var best = SmoothingParameters.FromVector(form, vector);
        var final = (double[])season.Clone();
        var state = SmoothingFilter.Run(form, best, history, final);
        return new SmoothingFit
        {
            Form = form,
            Parameters = best,
            InitialSeason = season,
            FinalSeason = final,
            State = state,
            Count = history.Length,
        };
    }

    /// <summary>The expected path, with the deviations of Hyndman, Koehler, Ord and Snyder (2008), chapter 6.</summary>
    /// <remarks>With multiplicative seasons the deviation is that of the seasonally adjusted path times the season's factor.</remarks>
    public ForecastPath Forecast(int horizon)
    {
        var mean = new double[horizon];
        var adjusted = new double[horizon];
        var factors = new double[horizon];
        double reach = 0;
        double power = 1;
        for (var step = 0; step < horizon; step++)
        {
            power *= Parameters.Damping;
            reach += power;
            var level = Form.Trend.Grows()
                ? State.Level * Math.Pow(1 + State.Trend, reach)
                : State.Level + (reach * State.Trend);
            var effect = FinalSeason[(State.SeasonPosition + step) % FinalSeason.Length];
            (adjusted[step], factors[step]) = Form.Season switch
            {
                SeasonForm.None => (level, 1.0),
                SeasonForm.Additive => (level + effect, 1.0),
                SeasonForm.Multiplicative => (level, effect),
            };
            mean[step] = adjusted[step] * factors[step];
        }

        var deviation = FindDeviations(adjusted);
        for (var step = 0; step < horizon; step++)
        {
            deviation[step] *= Math.Abs(factors[step]);
        }

        return new ForecastPath(mean, deviation);
    }

    private double[] FindDeviations(double[] path)
    {
        var variance = State.SumOfSquares / Math.Max(1, Count - Form.SmoothingCount);
        var relative = Form.Error is ErrorForm.Multiplicative;
        var grows = Form.Trend.Grows();
        var responses = new double[path.Length];
        double reach = 0;
        double power = 1;
        for (var step = 1; step < path.Length; step++)
        {
            power *= Parameters.Damping;
            reach += power;
            var seasonal = Form.Season is SeasonForm.Additive && step % Form.Period == 0 ? Parameters.Season : 0;
            responses[step] = Parameters.Level + (Parameters.Trend * reach) + seasonal;
        }

        var secondMoments = new double[path.Length];
        var deviations = new double[path.Length];
        for (var step = 0; step < path.Length; step++)
        {
            double carried = 0;
            for (var back = 1; back <= step; back++)
            {
                // What a shock did to a growing level grows with it.
                var response = responses[back] * (grows ? path[step] / path[step - back] : 1);
                carried += response * response * (relative ? secondMoments[step - back] : 1);
            }

            secondMoments[step] = (path[step] * path[step]) + (variance * carried);
            deviations[step] = Math.Sqrt(relative
                ? ((1 + variance) * secondMoments[step]) - (path[step] * path[step])
                : variance * (1 + carried));
        }

        return deviations;
    }
}
