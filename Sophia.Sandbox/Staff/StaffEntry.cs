namespace Sophia.Sandbox.Staff;

/// <summary>A person or an answer as it stood after a change; one of the two is set.</summary>
internal sealed record StaffEntry(Employee? Employee, SurveyAnswer? Answer);
