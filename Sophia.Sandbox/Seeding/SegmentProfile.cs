using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>How a segment buys: the share of companies in it, the chance to win, US dollars and days at the median, and their log-normal spreads.</summary>
internal sealed record SegmentProfile(
    double Share, double WinRate, double MedianAmount, double AmountSpread, double MedianCycleDays, double CycleSpread)
{
    private static readonly SegmentProfile s_enterprise = new(0.12, 0.22, 95_000, 0.55, 105, 0.40);
    private static readonly SegmentProfile s_midMarket = new(0.30, 0.27, 27_000, 0.50, 52, 0.40);
    private static readonly SegmentProfile s_smb = new(0.58, 0.32, 6_500, 0.50, 24, 0.45);

    public static SegmentProfile Of(Segment segment) => segment switch
    {
        Segment.Enterprise => s_enterprise,
        Segment.MidMarket => s_midMarket,
        Segment.Smb => s_smb,
    };
}
