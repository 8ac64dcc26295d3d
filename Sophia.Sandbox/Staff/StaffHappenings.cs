using Bogus;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Living;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>Makes things happen among the people: mostly answers while a survey is open, as many hires as departures.</summary>
internal sealed class StaffHappenings
{
    // People come and go much more slowly than deals do.
    private static readonly StaffHappening[] s_mix =
    [
        .. Enumerable.Repeat(StaffHappening.SurveyAnswered, 20),
        .. Enumerable.Repeat(StaffHappening.Retitled, 4),
        .. Enumerable.Repeat(StaffHappening.Moved, 2),
        .. Enumerable.Repeat(StaffHappening.Hired, 2),
        .. Enumerable.Repeat(StaffHappening.Left, 2),
    ];

    private readonly Lock _lock = new();
    private readonly StaffStore _store;
    private readonly TimeProvider _clock;
    private readonly SeededRandom _random;
    private readonly SurveyMood _mood;
    private readonly Faker _names;
    private readonly Deck<StaffHappening> _deck;

    public StaffHappenings(StaffStore store, SeededCompany company, IOptions<SandboxOptions> options, TimeProvider clock)
    {
        (_store, _clock) = (store, clock);
        _random = new SeededRandom((ulong)options.Value.Seed).Fork(-8);
        _mood = new SurveyMood(company.Staff.Unrest, options.Value.Seed);
        _names = new Faker("en") { Random = new Randomizer(options.Value.Seed + 3) };
        _deck = new Deck<StaffHappening>(s_mix, _random);
    }

    /// <summary>One happening. Some draws find nobody, such as an answer while no survey is open.</summary>
    public void Next()
    {
        lock (_lock)
        {
            switch (_deck.Deal())
            {
                case StaffHappening.SurveyAnswered:
                    AnswerSurvey();
                    break;
                case StaffHappening.Retitled:
                    if (Pick(employee => !employee.JobTitle.StartsWith("Senior ", StringComparison.Ordinal)) is { } promoted)
                    {
                        _store.Retitle(promoted.Id, $"Senior {promoted.JobTitle}");
                    }

                    break;
                case StaffHappening.Moved:
                    if (Pick(_ => true) is { } moving)
                    {
                        _store.Move(moving.Id, _random.Pick(Enum.GetValues<Department>()));
                    }

                    break;
                case StaffHappening.Hired:
                    // Like somebody who works here, so that departments keep their sizes.
                    if (Pick(_ => true) is { } like)
                    {
                        _store.Hire(DrawHire(like.Department) with { JobTitle = like.JobTitle, Site = like.Site });
                    }

                    break;
                case StaffHappening.Left:
                    if (Pick(_ => true) is { } leaving)
                    {
                        _store.Leave(leaving.Id);
                    }

                    break;
            }
        }
    }

    /// <summary>Somebody new for a department.</summary>
    public NewEmployee DrawHire(Department department)
    {
        lock (_lock)
        {
            var taken = _store.Employees(withDeleted: true).Select(employee => employee.Email).ToHashSet(StringComparer.Ordinal);
            string first, last;
            do
            {
                (first, last) = (_names.Name.FirstName(), _names.Name.LastName());
            }
            while (taken.Contains(SalesTeam.EmailOf(first, last)));

            var role = _random.Pick(DepartmentProfile.Of(department).Roles);
            var site = _random.Pick(Site.In(_random.Pick(Enum.GetValues<Crm.Region>())));
            return new NewEmployee(first, last, SalesTeam.EmailOf(first, last), department, role.Title, site);
        }
    }

    /// <summary>The mean time to the next happening, drawn out so that they do not tick like a clock.</summary>
    public TimeSpan Pause(TimeSpan mean)
    {
        lock (_lock)
        {
            return mean * (0.5 + _random.NextDouble());
        }
    }

    private void AnswerSurvey()
    {
        if (SurveyCalendar.OpenOn(DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime)) is not { } quarter)
        {
            return;
        }

        var survey = SurveyCalendar.Name(quarter);
        var answered = _store.Answers().Where(answer => string.Equals(answer.Survey, survey, StringComparison.Ordinal)).Select(answer => answer.EmployeeId).ToHashSet();
        List<Employee> silent = [.. _store.Employees().Where(employee => employee.IsEmployed && !answered.Contains(employee.Id))];
        if (answered.Count < SurveyCalendar.Participation * (answered.Count + silent.Count))
        {
            var employee = _random.Pick(silent);
            _store.Answer(survey, employee.Id, _mood.Score(employee.Id, employee.Department, quarter, _random));
        }
    }

    /// <summary>Somebody who leads nobody and sells nothing: the CRM's representatives stay with their deals.</summary>
    private Employee? Pick(Func<Employee, bool> wanted)
    {
        List<Employee> candidates = [.. _store.Employees().Where(employee => employee is { IsEmployed: true, Level: Level.Member, OwnerId: null } && wanted(employee))];
        return candidates.Count == 0 ? null : _random.Pick(candidates);
    }
}
