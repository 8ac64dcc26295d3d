using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>A product line: its share of deals, and what it multiplies the amount and the chance of winning by.</summary>
internal sealed record ProductProfile(double Share, double AmountFactor, double WinFactor)
{
    private static readonly ProductProfile s_platform = new(0.38, 1.35, 1.00);
    private static readonly ProductProfile s_analytics = new(0.27, 0.95, 1.05);
    private static readonly ProductProfile s_security = new(0.20, 0.90, 0.92);
    private static readonly ProductProfile s_services = new(0.15, 0.50, 1.15);

    public static ProductProfile Of(ProductLine productLine) => productLine switch
    {
        ProductLine.Platform => s_platform,
        ProductLine.Analytics => s_analytics,
        ProductLine.Security => s_security,
        ProductLine.Services => s_services,
    };
}
