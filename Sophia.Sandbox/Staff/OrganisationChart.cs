using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>Draws the places of the company: a chief, the heads of departments, teams of up to eight with a manager each.</summary>
internal static class OrganisationChart
{
    private const int LargestTeam = 8;
    private const double SeniorShare = 0.3;

    // Sales representatives work where their customers are; everybody else mostly where the company began.
    private static readonly double[] s_regions = [0.47, 0.33, 0.14, 0.06];

    /// <summary>The places, those above before those below.</summary>
    public static IReadOnlyList<Place> Draw(IReadOnlyList<Owner> representatives, SeededRandom random)
    {
        var headquarters = Site.In(Region.NorthAmerica)[0];
        List<Place> places = [new(Department.Operations, "Chief Executive Officer", Level.Chief, headquarters, Above: null)];
        foreach (var department in Enum.GetValues<Department>())
        {
            var profile = DepartmentProfile.Of(department);
            var head = places.Count;
            places.Add(new Place(department, profile.HeadTitle, Level.Head, headquarters, Above: 0));
            foreach (var role in profile.Roles)
            {
                List<(Site Site, Owner? Representative)> seats = string.Equals(role.Title, DepartmentProfile.RepresentativeTitle, StringComparison.Ordinal)
                    ? [.. representatives.Select(owner => (SiteIn(owner.Region, random), (Owner?)owner))]
                    : [.. Enumerable.Range(0, role.Places).Select(_ => (SiteIn((Region)random.PickWeighted(s_regions), random), (Owner?)null))];
                foreach (var team in Teams(seats))
                {
                    var manager = places.Count;
                    places.Add(new Place(department, role.ManagerTitle, Level.Manager, team[0].Site, head));
                    places.AddRange(team.Select(seat => new Place(
                        department, random.Chance(SeniorShare) ? $"Senior {role.Title}" : role.Title, Level.Member, seat.Site, manager, seat.Representative)));
                }
            }
        }

        return places;
    }

    /// <summary>Neighbours in one team: seats in the order of their regions, in equal parts; the representatives by region.</summary>
    private static IEnumerable<(Site Site, Owner? Representative)[]> Teams(List<(Site Site, Owner? Representative)> seats)
    {
        var groups = seats.GroupBy(seat => seat.Representative?.Region).OrderBy(group => group.Key);
        foreach (var group in groups)
        {
            var sorted = group.OrderBy(seat => seat.Site.Region).ToArray();
            var teams = (sorted.Length + LargestTeam - 1) / LargestTeam;
            foreach (var team in sorted.Chunk((sorted.Length + teams - 1) / teams))
            {
                yield return team;
            }
        }
    }

    private static Site SiteIn(Region region, SeededRandom random)
    {
        var sites = Site.In(region);
        return sites.Count == 1 || random.Chance(0.7) ? sites[0] : sites[1];
    }
}
