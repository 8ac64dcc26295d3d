using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Staff;

/// <summary>An office.</summary>
/// <param name="Name">Its city.</param>
/// <param name="Country">Its country.</param>
/// <param name="Region">The region that it belongs to.</param>
internal sealed record Site(string Name, string Country, Region Region)
{
    private static readonly Site[] s_northAmerica = [new("Boston", "United States", Region.NorthAmerica), new("Austin", "United States", Region.NorthAmerica)];
    private static readonly Site[] s_emea = [new("London", "United Kingdom", Region.Emea), new("Berlin", "Germany", Region.Emea)];
    private static readonly Site[] s_apac = [new("Singapore", "Singapore", Region.Apac), new("Sydney", "Australia", Region.Apac)];
    private static readonly Site[] s_latam = [new("São Paulo", "Brazil", Region.Latam)];

    /// <summary>The offices of a region; its main one is the first.</summary>
    public static IReadOnlyList<Site> In(Region region) => region switch
    {
        Region.NorthAmerica => s_northAmerica,
        Region.Emea => s_emea,
        Region.Apac => s_apac,
        Region.Latam => s_latam,
    };
}
