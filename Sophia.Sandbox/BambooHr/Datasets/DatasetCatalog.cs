using Sophia.Sandbox.Staff;
using static Sophia.Sandbox.BambooHr.BambooHrText;

namespace Sophia.Sandbox.BambooHr.Datasets;

/// <summary>The datasets of this account: the history of employment statuses, and a custom table with the answers to the satisfaction survey.</summary>
internal sealed class DatasetCatalog(StaffStore store)
{
    public IReadOnlyList<Dataset> All { get; } =
    [
        new("employmentStatus", "Employment Status", ["id", "employeeId", "date", "employmentStatus"], () => Statuses(store)),
        new("satisfactionSurvey", "Satisfaction Survey", ["id", "employeeId", "survey", "answeredOn", "department", "score"], () => Answers(store)),
    ];

    private static List<string[]> Statuses(StaffStore store)
    {
        List<string[]> rows = [];
        foreach (var employee in store.Employees())
        {
            var id = Text(employee.Id);
            rows.Add([$"{id}-1", id, Text(employee.HiredOn), "Full-Time"]);
            if (employee.LeftOn is { } left)
            {
                rows.Add([$"{id}-2", id, Text(left), "Terminated"]);
            }
        }

        return rows;
    }

    private static List<string[]> Answers(StaffStore store) =>
    [
        .. store.Answers().Select(answer => new[]
        {
            Text(answer.Id),
            Text(answer.EmployeeId),
            answer.Survey,
            Text(DateOnly.FromDateTime(answer.AnsweredAt.UtcDateTime)),
            DepartmentProfile.Of(answer.Department).Name,
            Text(answer.Score),
        }),
    ];
}
