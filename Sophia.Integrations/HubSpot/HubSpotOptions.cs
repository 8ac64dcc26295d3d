using System.ComponentModel.DataAnnotations;

namespace Sophia.Integrations.HubSpot;

/// <summary>How HubSpot is read; section <c>HubSpot</c>.</summary>
public sealed class HubSpotOptions
{
    /// <summary>Where HubSpot's API answers.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://api.hubapi.com");

    /// <summary>The private app's access token.</summary>
    [Required]
    public string Token { get; set; } = "";

    /// <summary>The ISO 4217 code of the account's home currency; when unset, <c>Organisation:Currency</c>.</summary>
    [RegularExpression("^[A-Z]{3}$")]
    public string HomeCurrency { get; set; } = "";

    /// <summary>The internal name of the deal property that holds the product line.</summary>
    [Required]
    public string ProductLineProperty { get; set; } = "product_line";

    /// <summary>The internal name of the company property that holds the sales region.</summary>
    [Required]
    public string RegionProperty { get; set; } = "region";

    /// <summary>The internal name of the company property that holds the market segment.</summary>
    [Required]
    public string SegmentProperty { get; set; } = "segment";

    /// <summary>How often HubSpot is asked for changes that no webhook announced.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Requests in any ten seconds; HubSpot grants a private app 100 (Free, Starter) or 190 (Professional, Enterprise).</summary>
    [Range(10, 100_000)]
    public int RequestsPerTenSeconds { get; set; } = 190;

    /// <summary>Search requests in any second; HubSpot grants 5 to an account.</summary>
    [Range(1, 10_000)]
    public int SearchesPerSecond { get; set; } = 5;
}
