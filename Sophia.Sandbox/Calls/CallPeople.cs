using Microsoft.Extensions.Options;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Calls;

/// <summary>Who takes part in a call.</summary>
internal sealed class CallPeople
{
    private static readonly double[] s_internalShares = [.. Enum.GetValues<Department>().Select(InternalShare)];

    private static readonly string[] s_firstNames =
        ("Anna Ben Clara David Elif Felix Grace Hiro Ines Jonas Katrin Liam Maya Noah Olga Pavel Quinn Rosa Samir Tara Umar Vera Wendy Yusuf Zoe Amara Bruno Chiara Diego Esther "
        + "Fatima George Hanna Ivan Julia Kenji Lena Mateo Nadia Owen Petra Ravi Sofia Theo Ursula Viktor Willa Xavier Yara Zane").Split(' ');

    private static readonly string[] s_familyNames =
        ("Abbott Becker Costa Dupont Eriksen Fischer Garcia Hansen Ito Jansen Kumar Larsen Moreau Novak Okafor Petrov Quist Rossi Santos Tanaka Ueda Vogel Walsh Xu Yilmaz Zimmer "
        + "Armstrong Baptiste Carver Delgado Engel Faulkner Greco Holt Ivers Joshi Keller Lindqvist Mbeki Nakamura Osborne Pereira Quigley Rahman Sato Thorne Urban Vance Wolff Zhang").Split(' ');

    private static readonly string[] s_titles =
        ["Head of Finance", "Controller", "Director of Operations", "Head of IT", "Data Manager", "VP Sales Operations", "Procurement Lead", "CFO", "COO", "Business Analyst"];

    private readonly Dictionary<long, Employee> _employees;
    private readonly Dictionary<Department, Employee[]> _departments;
    private readonly Dictionary<long, Employee> _sellers;
    private readonly Dictionary<long, Company> _companies;
    private readonly HashSet<long> _weak;
    private readonly int _seed;

    public CallPeople(SeededCompany company, IOptions<SandboxOptions> options)
    {
        _seed = options.Value.Seed;
        _employees = company.Staff.Employees.ToDictionary(static person => person.Id);
        _departments = company.Staff.Employees.GroupBy(static person => person.Department).ToDictionary(static team => team.Key, static team => team.ToArray());
        _sellers = company.Staff.Employees.Where(static person => person.OwnerId is not null).ToDictionary(static person => person.OwnerId!.Value);
        _companies = company.Companies.ToDictionary(static one => one.Id);
        _weak = [.. company.Planted.WeakOwnerIds];
    }

    /// <summary>The host and who else; the host first, then colleagues, then the customer's people.</summary>
    public IReadOnlyList<Participant> Of(Call call)
    {
        var random = CallSeeder.RandomOf(_seed, call.Number).Fork(3);
        var day = DateOnly.FromDateTime(call.StartedAt.UtcDateTime);
        var host = _employees[call.HostId];
        List<Employee> ours = [host];
        var colleagues = call.Kind switch
        {
            CallKind.Internal => random.Between(2, 6),
            CallKind.Demo => random.Chance(0.7) ? 1 : 0,
            CallKind.Negotiation => random.Chance(0.3) ? 1 : 0,
            CallKind.Discovery or CallKind.CheckIn => random.Chance(0.15) ? 1 : 0,
        };
        for (var tries = 0; ours.Count <= colleagues && tries < 40; tries++)
        {
            var department = call.IsInternal && random.Chance(0.75) ? host.Department
                : call.IsInternal ? (Department)random.PickWeighted(s_internalShares)
                : call.Kind == CallKind.Demo ? Department.Engineering
                : Department.Sales;
            var colleague = random.Pick(_departments[department]);
            if (colleague.WorkedOn(day) && !ours.Contains(colleague))
            {
                ours.Add(colleague);
            }
        }

        List<Participant> people = [.. ours.Select((person, index) => Seat(call, index, person.Id, person.FirstName, person.LastName, person.Email, person.JobTitle))];
        if (call.CompanyId is { } companyId)
        {
            // The same people of the customer come back in all calls about a deal.
            var contacts = new SeededRandom((ulong)_seed).Fork(call.DealId!.Value);
            for (var left = call.Kind is CallKind.Demo or CallKind.Negotiation ? random.Between(1, 3) : random.Between(1, 2); left > 0; left--)
            {
                var (first, last) = (contacts.Pick(s_firstNames), contacts.Pick(s_familyNames));
                people.Add(Seat(call, people.Count, null, first, last, $"{first}.{last}@{_companies[companyId].Domain}".ToLowerInvariant(), contacts.Pick(s_titles)));
            }
        }

        return people;
    }

    /// <summary>Who calls the customer: the seller, or after the sale somebody who looks after customers.</summary>
    public Employee HostOf(Deal deal, CallKind kind, DateOnly day, SeededRandom random)
    {
        if (kind == CallKind.CheckIn)
        {
            for (var tries = 0; tries < 20; tries++)
            {
                if (random.Pick(_departments[Department.CustomerSuccess]) is var person && person.WorkedOn(day))
                {
                    return person;
                }
            }
        }

        return _sellers[deal.OwnerId];
    }

    /// <summary>A colleague who worked here on a day, from a department that meets as often as it does; nothing when the draw found none.</summary>
    public Employee? PickColleague(DateOnly day, SeededRandom random) =>
        random.Pick(_departments[(Department)random.PickWeighted(s_internalShares)]) is var person && person.WorkedOn(day) ? person : null;

    /// <summary>How a colleague talks.</summary>
    public SellerStyle StyleOf(long employeeId) =>
        IsWeak(employeeId) ? SellerStyle.Rambling : (SellerStyle)new SeededRandom((ulong)_seed).Fork(employeeId).PickWeighted([0.36, 0.24, 0.12, 0.28]);

    /// <summary>Whether it is one of the two weak representatives.</summary>
    public bool IsWeak(long employeeId) => _employees[employeeId].OwnerId is { } ownerId && _weak.Contains(ownerId);

    public Department DepartmentOf(long employeeId) => _employees[employeeId].Department;

    public Company CompanyOf(Call call) => _companies[call.CompanyId!.Value];

    private static double InternalShare(Department department) => department switch
    {
        Department.Engineering => 0.34,
        Department.Sales => 0.20,
        Department.CustomerSuccess => 0.12,
        Department.Product => 0.12,
        Department.Marketing => 0.09,
        Department.Operations => 0.05,
        Department.Finance => 0.04,
        Department.People => 0.04,
    };

    private static Participant Seat(Call call, int index, long? employeeId, string first, string last, string email, string title) => new(
        SeededRandom.Mix(call.Id + (ulong)index), SeededRandom.Mix(~call.Id + (ulong)index), employeeId, first, last, email, title);
}
