namespace Sophia.Core.Team;

/// <summary>The people of the company or of one department, in figures.</summary>
public sealed record TeamAnalytics
{
    /// <summary>Whom the figures are about.</summary>
    public required TeamScope Scope { get; init; }

    /// <summary>The department; null for the company, and for people of whom the source does not say it.</summary>
    public required string? Department { get; init; }

    /// <summary>People employed at the end.</summary>
    public required TeamFigure Headcount { get; init; }

    /// <summary>People who came.</summary>
    public required TeamFigure Hires { get; init; }

    /// <summary>People who left.</summary>
    public required TeamFigure Leavers { get; init; }

    /// <summary>Leavers as a share of average headcount.</summary>
    public required TeamFigure Attrition { get; init; }

    /// <summary>The average score of survey answers, from 0 to 10.</summary>
    public required TeamFigure Satisfaction { get; init; }

    /// <summary>Calls held for each person.</summary>
    public required TeamFigure Productivity { get; init; }

    /// <summary>Hours of calls among colleagues for each person.</summary>
    public required TeamFigure Collaboration { get; init; }
}
