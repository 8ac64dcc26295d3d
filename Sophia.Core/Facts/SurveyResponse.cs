namespace Sophia.Core.Facts;

/// <summary>An employee's answer to a satisfaction survey.</summary>
public sealed record SurveyResponse : Fact
{
    /// <summary>The survey, for example <c>2026-Q3</c>.</summary>
    public required string Survey { get; init; }

    /// <summary>The day of the answer.</summary>
    public required DateOnly AnsweredOn { get; init; }

    /// <summary>Who answered: the <see cref="FactKey.ExternalId"/> of an <see cref="Employee"/> of the same connection, or null where the survey is anonymous.</summary>
    public required string? EmployeeId { get; init; }

    /// <summary>The department of who answered, or null where the source does not say.</summary>
    public required string? Department { get; init; }

    /// <summary>How content the person is, from 0 (not at all) to 10.</summary>
    public required decimal Score { get; init; }
}
