using Bogus;
using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>The sales representatives, by region, two of them weak.</summary>
internal static class SalesTeam
{
    /// <summary>What the weak representatives' chance of winning is multiplied by.</summary>
    public const double WeakSkill = 0.35;

    private const double WeakCycleFactor = 1.7;
    private const long FirstId = 71_200_001;

    // One in North America and one in EMEA, by their place in the list.
    private static readonly int[] s_weak = [5, 20];

    public static IReadOnlyList<Owner> Hire(int seed, DateOnly firstDay)
    {
        var random = new SeededRandom((ulong)seed).Fork(-1);
        var names = new Faker("en") { Random = new Randomizer(seed) };
        HashSet<string> taken = [];
        List<Owner> owners = [];
        foreach (var region in Enum.GetValues<Region>())
        {
            for (var count = RegionProfile.Of(region).Representatives; count > 0; count--)
            {
                string first, last;
                do
                {
                    (first, last) = (names.Name.FirstName(), names.Name.LastName());
                }
                while (!taken.Add($"{first} {last}"));

                var weak = s_weak.Contains(owners.Count);
                var skill = Math.Clamp(1 + (0.10 * random.Normal()), 0.8, 1.25);
                owners.Add(new Owner
                {
                    Id = FirstId + owners.Count,
                    FirstName = first,
                    LastName = last,
                    Email = EmailOf(first, last),
                    Region = region,
                    HiredAt = new DateTimeOffset(firstDay.AddDays(-random.Between(30, 900)), new TimeOnly(9, 0), TimeSpan.Zero),
                    Skill = weak ? WeakSkill : skill,
                    CycleFactor = weak ? WeakCycleFactor : 1,
                });
            }
        }

        return owners;
    }

    /// <summary>The work address of a member of the company.</summary>
    public static string EmailOf(string first, string last) =>
        $"{first}.{last}@aurelia.example".ToLowerInvariant().Replace("'", "", StringComparison.Ordinal);
}
