namespace Sophia.Core.Analytics.Sales.QuarterEnd;

/// <summary>Whether the pipeline is enough for a target.</summary>
/// <param name="Remaining">What is still to be won, zero or more.</param>
/// <param name="Pipeline">Open and promised for the period.</param>
/// <param name="Ratio">Pipeline over remaining; null where nothing remains.</param>
/// <param name="Needed">The ratio that the past share of value won calls for; null where nothing was ever won.</param>
public sealed record PipelineCoverage(decimal Remaining, decimal Pipeline, decimal? Ratio, decimal? Needed)
{
    /// <summary>Whether the target is reached or covered; null where history does not say.</summary>
    public bool? IsEnough => Remaining == 0 ? true : Needed is null ? null : Ratio >= Needed;

    /// <summary>Measures coverage.</summary>
    /// <param name="target">What should be won in the period.</param>
    /// <param name="won">What has been won in it.</param>
    /// <param name="pipeline">Open and promised for it.</param>
    /// <param name="valueWon">What was won in the past out of <paramref name="valueClosed"/>.</param>
    /// <param name="valueClosed">What was won or lost in the past.</param>
    public static PipelineCoverage Of(decimal target, decimal won, decimal pipeline, decimal valueWon, decimal valueClosed)
    {
        var remaining = Math.Max(0, target - won);
        return new(
            remaining, pipeline, remaining == 0 ? null : pipeline / remaining, valueWon <= 0 ? null : valueClosed / valueWon);
    }
}
