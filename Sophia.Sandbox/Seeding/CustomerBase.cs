using Bogus;
using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Seeding;

/// <summary>The companies that are sold to. The first is the large customer that will be lost.</summary>
internal static class CustomerBase
{
    private const long FirstId = 21_300_000_001;

    private static readonly (string Industry, string[] Words)[] s_industries =
    [
        ("COMPUTER_SOFTWARE", ["Software", "Systems", "Labs"]),
        ("FINANCIAL_SERVICES", ["Capital", "Financial", "Partners"]),
        ("HOSPITAL_HEALTH_CARE", ["Health", "Clinics", "Care"]),
        ("RETAIL", ["Stores", "Retail", "Markets"]),
        ("LOGISTICS_AND_SUPPLY_CHAIN", ["Logistics", "Freight", "Shipping"]),
        ("MACHINERY", ["Industries", "Works", "Engineering"]),
        ("INSURANCE", ["Insurance", "Mutual", "Assurance"]),
        ("TELECOMMUNICATIONS", ["Telecom", "Networks", "Mobile"]),
        ("PHARMACEUTICALS", ["Pharma", "Biotech", "Therapeutics"]),
        ("FOOD_BEVERAGES", ["Foods", "Beverages", "Farms"]),
    ];

    public static List<Company> Found(SandboxOptions options, DateOnly firstDay)
    {
        var random = new SeededRandom((ulong)options.Seed).Fork(-2);
        var names = new Faker("en") { Random = new Randomizer(options.Seed + 1) };
        HashSet<string> taken = ["Halvorsen Aerospace"];
        List<Company> companies = [LargeCustomer(firstDay)];
        double[] segments = [.. Enum.GetValues<Segment>().Select(segment => SegmentProfile.Of(segment).Share)];
        double[] regions = [.. Enum.GetValues<Region>().Select(region => RegionProfile.Of(region).Share)];
        while (companies.Count < options.Companies)
        {
            var (industry, words) = random.Pick(s_industries);
            var name = $"{names.Name.LastName()} {random.Pick(words)}";
            while (!taken.Add(name))
            {
                // Two family names make enough different firms for any number of companies allowed.
                name = $"{names.Name.LastName()} & {names.Name.LastName()} {random.Pick(words)}";
            }

            var segment = (Segment)random.PickWeighted(segments);
            var region = (Region)random.PickWeighted(regions);
            var founded = At(firstDay.AddDays(-random.Between(1, 700)), random);
            companies.Add(new Company
            {
                Id = FirstId + companies.Count,
                Name = name,
                Domain = DomainOf(name),
                Industry = industry,
                Country = random.Pick(RegionProfile.Of(region).Countries),
                Region = region,
                Segment = segment,
                Employees = Employees(segment, random),
                CreatedAt = founded,
                ModifiedAt = founded,
            });
        }

        return companies;
    }

    private static Company LargeCustomer(DateOnly firstDay)
    {
        var since = new DateTimeOffset(firstDay.AddDays(-400), new TimeOnly(10, 30), TimeSpan.Zero);
        return new Company
        {
            Id = FirstId,
            Name = "Halvorsen Aerospace",
            Domain = "halvorsen-aerospace.example",
            Industry = "AVIATION_AEROSPACE",
            Country = "Germany",
            Region = Region.Emea,
            Segment = Segment.Enterprise,
            Employees = 18_400,
            CreatedAt = since,
            ModifiedAt = since,
        };
    }

    private static int Employees(Segment segment, SeededRandom random) => segment switch
    {
        Segment.Enterprise => (int)random.LogNormal(4_500, 0.6) + 1_000,
        Segment.MidMarket => (int)random.LogNormal(320, 0.4) + 100,
        Segment.Smb => (int)random.LogNormal(28, 0.6) + 2,
    };

    private static DateTimeOffset At(DateOnly day, SeededRandom random) =>
        new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(random.Next(86_400_000));

    private static string DomainOf(string name) =>
        string.Concat(name.ToLowerInvariant().Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ').Select(letter => letter is ' ' ? '-' : letter))
            .Replace("--", "-", StringComparison.Ordinal) + ".example";
}
