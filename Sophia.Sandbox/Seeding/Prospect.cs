using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>A sale that somebody begins: to whom, by whom, of what, at today's price, and how long it will take.</summary>
internal sealed record Prospect(Company Company, Owner Owner, ProductLine ProductLine, string Name, double Amount, double CycleDays)
{
    /// <summary>The chance of winning, 0 to 1, in an ordinary quarter.</summary>
    public double WinRate =>
        SegmentProfile.Of(Company.Segment).WinRate * ProductProfile.Of(ProductLine).WinFactor * Owner.Skill;
}
