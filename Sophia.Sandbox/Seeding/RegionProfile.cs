using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>A sales region: its share of companies, its representatives, price level, working day and countries.</summary>
/// <param name="Share">Of all companies, 0 to 1.</param>
/// <param name="Representatives">People in its team.</param>
/// <param name="PriceLevel">Multiplies amounts.</param>
/// <param name="OpensAtUtc">The hour of day in UTC at which its ten working hours begin.</param>
/// <param name="Countries">Where its companies are.</param>
internal sealed record RegionProfile(
    double Share, int Representatives, double PriceLevel, int OpensAtUtc, IReadOnlyList<string> Countries)
{
    private static readonly RegionProfile s_northAmerica =
        new(0.42, 16, 1.15, 13, ["United States", "United States", "United States", "Canada"]);

    private static readonly RegionProfile s_emea =
        new(0.30, 12, 1.00, 7, ["Germany", "United Kingdom", "France", "Netherlands", "Sweden", "United Arab Emirates", "South Africa"]);

    private static readonly RegionProfile s_apac =
        new(0.18, 8, 0.85, 0, ["Japan", "Australia", "Singapore", "India", "South Korea"]);

    private static readonly RegionProfile s_latam =
        new(0.10, 4, 0.65, 12, ["Brazil", "Mexico", "Chile", "Colombia"]);

    public static RegionProfile Of(Region region) => region switch
    {
        Region.NorthAmerica => s_northAmerica,
        Region.Emea => s_emea,
        Region.Apac => s_apac,
        Region.Latam => s_latam,
    };
}
