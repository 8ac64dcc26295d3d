using Microsoft.AspNetCore.WebUtilities;

namespace Sophia.Web.Customers;

/// <summary>Which customers are looked at, as the page's address and the API's say it alike.</summary>
/// <param name="Region">The region that is kept to, or null for all.</param>
/// <param name="Band">The band of health that is kept to, in camel case, or null for all.</param>
/// <param name="Left">Whether those who have left are looked at instead.</param>
/// <param name="Expansion">Whether only those who may want more are looked at.</param>
public sealed record CustomersQuery(string? Region, string? Band, bool Left, bool Expansion)
{
    /// <summary>The same with another region; the chosen one once more gives it up.</summary>
    public CustomersQuery Toggle(string region) => this with { Region = region == Region ? null : region };

    /// <summary>The same with another band; the chosen one once more gives it up.</summary>
    public CustomersQuery ToggleBand(string band) => this with { Band = band == Band ? null : band };

    /// <summary>The query under a path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="more">More parameters.</param>
    public string At(string path, params IEnumerable<(string Name, string? Value)> more) => QueryHelpers.AddQueryString(path,
        new (string Name, string? Value)[] { ("region", Region), ("band", Band), ("left", Left ? "true" : null), ("expansion", Expansion ? "true" : null) }.Concat(more)
            .Where(static pair => !string.IsNullOrEmpty(pair.Value))
            .Select(static pair => KeyValuePair.Create(pair.Name, pair.Value)));
}
