namespace Sophia.Sandbox.Control;

/// <summary>The people of one department, as the records have it now.</summary>
/// <param name="Headcount">Employed at the end of the last day.</param>
/// <param name="Hires">Whose first day lies in the range.</param>
/// <param name="Leavers">Whose first day no longer here lies in the range.</param>
/// <param name="Answers">Answers to surveys in the range, by the department at the time of the answer.</param>
/// <param name="ScoreSum">What the answers add up to.</param>
internal sealed record DepartmentTotals(int Headcount, int Hires, int Leavers, int Answers, int ScoreSum);
