using Sophia.Sandbox.Crm;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>What HubSpot calls the parts of a company.</summary>
internal static class CompanyProperties
{
    public static PropertySet<Company> Set { get; } = new(
        new Dictionary<string, Func<Company, string?>>(StringComparer.Ordinal)
        {
            ["name"] = company => company.Name,
            ["domain"] = company => company.Domain,
            ["industry"] = company => company.Industry,
            ["country"] = company => company.Country,
            ["region"] = company => company.Region.Name(),
            ["segment"] = company => company.Segment.Name(),
            ["createdate"] = company => Text(company.CreatedAt),
            ["hs_lastmodifieddate"] = company => Text(company.ModifiedAt),
            ["hs_object_id"] = company => Text(company.Id),
            ["numberofemployees"] = company => Text(company.Employees),
        },
        ["name", "domain"]);
}
