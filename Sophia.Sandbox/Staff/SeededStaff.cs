namespace Sophia.Sandbox.Staff;

/// <summary>The people of the company at midnight (UTC) of its last seeded day; lists ascend by id.</summary>
/// <param name="Employees">Who is employed, and who left since the first day of the history.</param>
/// <param name="Answers">Their answers to the surveys.</param>
/// <param name="Unrest">What was planted among them.</param>
internal sealed record SeededStaff(IReadOnlyList<Employee> Employees, IReadOnlyList<SurveyAnswer> Answers, Unrest Unrest);
