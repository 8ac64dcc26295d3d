using Microsoft.Extensions.Options;
using Sophia.Sandbox.BambooHr.Webhooks;
using Sophia.Sandbox.Living;
using Sophia.Sandbox.Persistence;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>The people and their answers, in memory. Records never change in place, so what was once read stays consistent.</summary>
internal sealed class StaffStore : IDisposable
{
    // A year of living at the default pace; a person takes about 500 bytes, an answer 100.
    private const int MostEmployees = 50_000;
    private const int MostAnswers = 500_000;

    private readonly Lock _lock = new();
    private readonly TimeProvider _clock;
    private readonly EmployeeEventQueue _webhooks;
    private readonly JournalFile<StaffEntry>? _journal;
    private readonly ChangeClock _changes;
    private readonly SortedDictionary<long, Employee> _employees;
    private readonly List<SurveyAnswer> _answers;
    private long _lastId;

    // The seeded company comes first: what it is seeded with is read from the same folder.
    public StaffStore(SeededCompany seeded, IOptions<SandboxOptions> options, TimeProvider clock, EmployeeEventQueue webhooks)
    {
        (_clock, _webhooks) = (clock, webhooks);
        _employees = new(seeded.Staff.Employees.ToDictionary(employee => employee.Id));
        _answers = [.. seeded.Staff.Answers];
        if (options.Value.DataFolder is { Length: > 0 } folder)
        {
            // Ids of people and answers overlap, so that the latter count downwards in the file.
            _journal = new JournalFile<StaffEntry>(
                Path.Combine(folder, "staff.jsonl"), StaffJsonContext.Default.StaffEntry, entry => entry.Employee?.Id ?? -entry.Answer!.Id);
            Restore(_journal);
        }

        // Staff without a journal restart from their seed while readers remember: an id once given must not come back.
        _lastId = Math.Max(clock.GetUtcNow().ToUnixTimeSeconds(), Math.Max(_employees.Keys.Last(), _answers.Max(answer => answer.Id)));
        _changes = new ChangeClock(clock, _employees.Values.Max(employee => employee.ModifiedAt));
    }

    private DateOnly Today => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    /// <summary>Everybody whose record exists, by id; those who left too, and those deleted if asked for.</summary>
    public IReadOnlyList<Employee> Employees(bool withDeleted = false)
    {
        lock (_lock)
        {
            return [.. _employees.Values.Where(employee => withDeleted || employee.DeletedAt is null)];
        }
    }

    /// <summary>All answers, by id.</summary>
    public IReadOnlyList<SurveyAnswer> Answers()
    {
        lock (_lock)
        {
            return [.. _answers];
        }
    }

    public Employee? Find(long id)
    {
        lock (_lock)
        {
            return _employees.GetValueOrDefault(id) is { DeletedAt: null } employee ? employee : null;
        }
    }

    /// <summary>Somebody begins today, in the smallest team of the department; nothing when the store is full.</summary>
    public Employee? Hire(NewEmployee hired)
    {
        lock (_lock)
        {
            if (_employees.Count >= MostEmployees)
            {
                return null;
            }

            var at = _changes.Next();
            var employee = new Employee
            {
                Id = ++_lastId,
                FirstName = hired.FirstName,
                LastName = hired.LastName,
                Email = hired.Email,
                Department = hired.Department,
                JobTitle = hired.JobTitle,
                Level = Level.Member,
                Site = hired.Site,
                ManagerId = ManagerIn(hired.Department),
                HiredOn = Today,
                CreatedAt = at,
                ModifiedAt = at,
            };
            Keep(employee);
            _webhooks.Announce(EmployeeEventType.Created, employee);
            return employee;
        }
    }

    /// <summary>Today is somebody's first day no longer here; whoever reported to them reports to their manager.</summary>
    public Employee? Leave(long id)
    {
        lock (_lock)
        {
            return Change(id, employee => employee.IsEmployed ? employee with { LeftOn = Today } : null) is { } left ? WithoutReports(left) : null;
        }
    }

    /// <summary>Somebody who leads nobody goes to another department, into its smallest team.</summary>
    public Employee? Move(long id, Department department)
    {
        lock (_lock)
        {
            return Change(id, employee => employee is { IsEmployed: true, Level: Level.Member } && employee.Department != department
                ? employee with
                {
                    Department = department,
                    JobTitle = DepartmentProfile.Of(department).Roles[^1].Title,
                    ManagerId = ManagerIn(department),
                }
                : null);
        }
    }

    public Employee? Retitle(long id, string jobTitle)
    {
        lock (_lock)
        {
            return Change(id, employee => employee.IsEmployed ? employee with { JobTitle = jobTitle } : null);
        }
    }

    /// <summary>Deletes a record, as is done with one that was entered by mistake.</summary>
    public Employee? Delete(long id)
    {
        lock (_lock)
        {
            return Change(id, employee => employee with { DeletedAt = _changes.Next() }) is { } deleted ? WithoutReports(deleted) : null;
        }
    }

    /// <summary>Enters an answer to the survey, or nothing when that person has answered it.</summary>
    public SurveyAnswer? Answer(string survey, long employeeId, int score)
    {
        lock (_lock)
        {
            if (_answers.Count >= MostAnswers
                || _employees.GetValueOrDefault(employeeId) is not { IsEmployed: true } employee
                || _answers.Exists(answer => answer.EmployeeId == employeeId && string.Equals(answer.Survey, survey, StringComparison.Ordinal)))
            {
                return null;
            }

            var entered = new SurveyAnswer(++_lastId, survey, employeeId, employee.Department, score, _changes.Next());
            _answers.Add(entered);
            _journal?.Write(new StaffEntry(null, entered));
            return entered;
        }
    }

    public void Dispose() => _journal?.Dispose();

    private Employee? Change(long id, Func<Employee, Employee?> change)
    {
        if (_employees.GetValueOrDefault(id) is not { DeletedAt: null } before || change(before) is not { } changed)
        {
            return null;
        }

        var after = changed with { ModifiedAt = changed.DeletedAt ?? _changes.Next() };
        Keep(after);
        _webhooks.Announce(before, after);
        return after;
    }

    private Employee WithoutReports(Employee gone)
    {
        foreach (var report in _employees.Values.Where(employee => employee.ManagerId == gone.Id && employee.IsEmployed).ToList())
        {
            Change(report.Id, employee => employee with { ManagerId = gone.ManagerId });
        }

        return gone;
    }

    /// <summary>Who leads the fewest people of a department; its head while nobody else does.</summary>
    private long? ManagerIn(Department department)
    {
        var reports = _employees.Values.Where(employee => employee.IsEmployed).CountBy(employee => employee.ManagerId ?? 0).ToDictionary();
        return _employees.Values
            .Where(employee => employee.IsEmployed && employee.Department == department && employee.Level is (Level.Manager or Level.Head))
            .OrderByDescending(employee => employee.Level)
            .ThenBy(employee => reports.GetValueOrDefault(employee.Id))
            .FirstOrDefault()?.Id;
    }

    private void Keep(Employee employee)
    {
        _employees[employee.Id] = employee;
        _journal?.Write(new StaffEntry(employee, null));
    }

    private void Restore(JournalFile<StaffEntry> journal)
    {
        foreach (var entry in journal.Read())
        {
            if (entry.Employee is { } employee)
            {
                _employees[employee.Id] = employee;
            }
            else if (entry.Answer is { } answer)
            {
                _answers.Add(answer);
            }
        }

        // A compacted file holds the youngest answers first.
        _answers.Sort((one, other) => one.Id.CompareTo(other.Id));
    }
}
