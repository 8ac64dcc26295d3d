using Microsoft.AspNetCore.WebUtilities;

namespace Sophia.Web.Deals;

/// <summary>Which deals are looked at, as the page's address and the API's say it alike.</summary>
/// <param name="Region">The region that is kept to, or null for all.</param>
/// <param name="Warning">The warning that is kept to, in camel case, or null for all.</param>
/// <param name="Whole">Whether the movement of the whole pipeline is looked at instead of that which is promised for the quarter.</param>
public sealed record DealsQuery(string? Region, string? Warning, bool Whole)
{
    /// <summary>The same with another region; the chosen one once more gives it up.</summary>
    public DealsQuery Toggle(string region) => this with { Region = region == Region ? null : region };

    /// <summary>The same with another warning; the chosen one once more gives it up.</summary>
    public DealsQuery ToggleWarning(string warning) => this with { Warning = warning == Warning ? null : warning };

    /// <summary>The query under a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="more">More parameters.</param>
    public string At(string path, params IEnumerable<(string Name, string? Value)> more) => QueryHelpers.AddQueryString(path,
        new (string Name, string? Value)[] { ("region", Region), ("warning", Warning), ("whole", Whole ? "true" : null) }.Concat(more)
            .Where(static pair => !string.IsNullOrEmpty(pair.Value))
            .Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
