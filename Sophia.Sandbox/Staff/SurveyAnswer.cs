namespace Sophia.Sandbox.Staff;

/// <summary>An employee's answer to a quarter's survey.</summary>
/// <param name="Id">Grows with the time of the answer.</param>
/// <param name="Survey">The survey, for example <c>2026-Q3</c>.</param>
/// <param name="EmployeeId">Who answered.</param>
/// <param name="Department">Where the person worked then.</param>
/// <param name="Score">How content the person is, from 0 (not at all) to 10.</param>
/// <param name="AnsweredAt">When.</param>
internal sealed record SurveyAnswer(long Id, string Survey, long EmployeeId, Department Department, int Score, DateTimeOffset AnsweredAt);
