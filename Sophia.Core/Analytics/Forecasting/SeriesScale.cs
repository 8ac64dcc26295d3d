namespace Sophia.Core.Analytics.Forecasting;

/// <summary>
/// The affine change of unit in which all models work: the smallest observation becomes <see cref="Anchor"/>, the largest
/// <see cref="Anchor"/> + 1.
/// </summary>
/// <remarks>
/// Working in this unit makes every forecast follow a shift or a change of unit of the series exactly, also those of
/// multiplicative models: they are relative to a level somewhat below the smallest observation, not to the zero of the unit.
/// </remarks>
internal readonly record struct SeriesScale
{
    /// <summary>
    /// Where the smallest observation comes to lie. A quarter of the range keeps strongly growing series nearly proportional
    /// to their level; for series far from zero proportional and additive effects hardly differ.
    /// </summary>
    public const double Anchor = 0.25;

    private readonly double _smallest;
    private readonly double _halfRange;

    private SeriesScale(double smallest, double largest)
    {
        _smallest = smallest;
        // Halves first: the range of huge values of both signs does not fit a double.
        _halfRange = (largest / 2) - (smallest / 2);
        IsConstant = _halfRange <= 1e-13 * Math.Max(Math.Abs(smallest), Math.Abs(largest));
    }

    /// <summary>The observations differ by no more than rounding.</summary>
    public bool IsConstant { get; }

    /// <summary>The scale of a series; missing observations are NaN and at least one is not.</summary>
    public static SeriesScale Of(ReadOnlySpan<double> values)
    {
        var smallest = double.PositiveInfinity;
        var largest = double.NegativeInfinity;
        foreach (var value in values)
        {
            if (!double.IsNaN(value))
            {
                smallest = Math.Min(smallest, value);
                largest = Math.Max(largest, value);
            }
        }

        return new SeriesScale(smallest, largest);
    }

    /// <summary>Into the models' unit; NaN stays NaN.</summary>
    public double Apply(double value) => Anchor + (((value / _halfRange) - (_smallest / _halfRange)) / 2);

    /// <summary>Back into the unit of the series.</summary>
    public double Undo(double scaled) => _smallest + ((scaled - Anchor) * 2 * _halfRange);

    /// <summary>A difference (an error, a width) back into the unit of the series.</summary>
    public double UndoDifference(double scaled) => scaled * 2 * _halfRange;
}
