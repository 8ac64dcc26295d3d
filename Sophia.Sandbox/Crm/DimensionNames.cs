namespace Sophia.Sandbox.Crm;

/// <summary>The values of the custom properties, as they travel.</summary>
internal static class DimensionNames
{
    public static string Name(this Region region) => region switch
    {
        Region.NorthAmerica => "North America",
        Region.Emea => "EMEA",
        Region.Apac => "APAC",
        Region.Latam => "LATAM",
    };

    public static string Name(this Segment segment) => segment switch
    {
        Segment.Enterprise => "Enterprise",
        Segment.MidMarket => "Mid-Market",
        Segment.Smb => "SMB",
    };

    public static string Name(this ProductLine productLine) => productLine switch
    {
        ProductLine.Platform => "Platform",
        ProductLine.Analytics => "Analytics",
        ProductLine.Security => "Security",
        ProductLine.Services => "Services",
    };
}
