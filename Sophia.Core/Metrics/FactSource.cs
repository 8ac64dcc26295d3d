namespace Sophia.Core.Metrics;

/// <summary>The facts that components are computed from.</summary>
public enum FactSource
{
    /// <summary>One row per deal.</summary>
    Deal,

    /// <summary>One row per stay of a deal in a stage.</summary>
    DealStageStay,

    /// <summary>One row per call.</summary>
    Call,

    /// <summary>One row per employee, present or past.</summary>
    Employee,

    /// <summary>One row per answer to a satisfaction survey.</summary>
    SurveyResponse,
}
