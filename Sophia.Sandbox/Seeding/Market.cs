using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>Where prospects come from, for the seeded history and for the living company alike.</summary>
internal sealed class Market(IReadOnlyList<Company> companies, IReadOnlyList<Owner> owners)
{
    private static readonly string[] s_occasions = ["new business", "new business", "expansion", "upgrade", "renewal"];

    private static readonly double[] s_productShares =
        [.. Enum.GetValues<ProductLine>().Select(line => ProductProfile.Of(line).Share)];

    private readonly Dictionary<Region, Owner[]> _owners =
        owners.GroupBy(owner => owner.Region).ToDictionary(team => team.Key, team => team.ToArray());

    /// <summary>Draws a prospect. The first company is left out: its deals are planted.</summary>
    public Prospect Draw(SeededRandom random)
    {
        var company = companies[random.Between(1, companies.Count - 1)];
        return Draw(company, random);
    }

    /// <summary>Draws what a company might buy, and from whom.</summary>
    public Prospect Draw(Company company, SeededRandom random)
    {
        var segment = SegmentProfile.Of(company.Segment);
        var owner = random.Pick(_owners[company.Region]);
        var productLine = (ProductLine)random.PickWeighted(s_productShares);
        return new Prospect(
            company,
            owner,
            productLine,
            $"{company.Name} - {productLine.Name()} {random.Pick(s_occasions)}",
            random.LogNormal(
                segment.MedianAmount * ProductProfile.Of(productLine).AmountFactor * RegionProfile.Of(company.Region).PriceLevel,
                segment.AmountSpread),
            random.LogNormal(segment.MedianCycleDays, segment.CycleSpread) * owner.CycleFactor);
    }

    /// <summary>US dollars as a seller writes them: to the next fifty.</summary>
    public static decimal Price(double amount) => Math.Max(50, Math.Round((decimal)amount / 50) * 50);
}
