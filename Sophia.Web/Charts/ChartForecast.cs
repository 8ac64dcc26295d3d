namespace Sophia.Web.Charts;

/// <summary>What an area chart expects: the mean as a dashed line in a shaded band.</summary>
/// <param name="Start">The index of the first expected value among the categories.</param>
/// <param name="Name">What it is called in the tooltip.</param>
/// <param name="Means">The expected values.</param>
/// <param name="Lowers">The lower ends of the band; as many.</param>
/// <param name="Uppers">The upper ends of the band; as many.</param>
/// <param name="Texts">Values and bands as the tooltip writes them; as many.</param>
public sealed record ChartForecast(
    int Start, string Name, IReadOnlyList<decimal> Means, IReadOnlyList<decimal> Lowers, IReadOnlyList<decimal> Uppers, IReadOnlyList<string> Texts);
