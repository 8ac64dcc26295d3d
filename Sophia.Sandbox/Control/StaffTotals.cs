using Sophia.Sandbox.Staff;

namespace Sophia.Sandbox.Control;

/// <summary>The truth about the people over a range of days, counted from the records themselves.</summary>
/// <param name="From">The first day counted.</param>
/// <param name="To">The last day counted.</param>
/// <param name="Records">Records of people, whatever the range.</param>
/// <param name="Total">The whole company.</param>
/// <param name="ByDepartment">Each department by its name.</param>
internal sealed record StaffTotals(
    DateOnly From, DateOnly To, int Records, DepartmentTotals Total, IReadOnlyDictionary<string, DepartmentTotals> ByDepartment)
{
    /// <summary>Counts the days from <paramref name="from"/> to <paramref name="to"/>, both included.</summary>
    public static StaffTotals Of(StaffStore store, DateOnly from, DateOnly to)
    {
        var (employees, answers) = (store.Employees(), store.Answers());
        return new StaffTotals(
            from,
            to,
            employees.Count,
            Count(_ => true),
            Enum.GetValues<Department>().ToDictionary(
                department => DepartmentProfile.Of(department).Name, department => Count(one => one == department), StringComparer.Ordinal));

        DepartmentTotals Count(Func<Department, bool> counts)
        {
            List<Employee> people = [.. employees.Where(employee => counts(employee.Department))];
            List<SurveyAnswer> said = [.. answers.Where(answer => counts(answer.Department) && IsIn(DateOnly.FromDateTime(answer.AnsweredAt.UtcDateTime)))];
            return new DepartmentTotals(
                people.Count(employee => employee.WorkedOn(to)),
                people.Count(employee => IsIn(employee.HiredOn)),
                people.Count(employee => employee.LeftOn is { } left && IsIn(left)),
                said.Count,
                said.Sum(answer => answer.Score));
        }

        bool IsIn(DateOnly day) => from <= day && day <= to;
    }
}
