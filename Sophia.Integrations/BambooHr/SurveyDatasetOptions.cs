using System.ComponentModel.DataAnnotations;

namespace Sophia.Integrations.BambooHr;

/// <summary>The dataset with the answers to the satisfaction survey; section <c>BambooHr:Survey</c>.</summary>
public sealed class SurveyDatasetOptions
{
    /// <summary>The dataset's name; empty reads no answers.</summary>
    public string Dataset { get; set; } = "";

    /// <summary>The column with what identifies an answer.</summary>
    [Required]
    public string IdField { get; set; } = "id";

    /// <summary>The column with the survey's name, for example <c>2026-Q3</c>.</summary>
    [Required]
    public string SurveyField { get; set; } = "survey";

    /// <summary>The column with the day of the answer.</summary>
    [Required]
    public string DateField { get; set; } = "answeredOn";

    /// <summary>The column with the employee's id; a dataset without it is anonymous.</summary>
    [Required]
    public string EmployeeField { get; set; } = "employeeId";

    /// <summary>The column with the department of who answered.</summary>
    [Required]
    public string DepartmentField { get; set; } = "department";

    /// <summary>The column with the answer, from 0 to 10.</summary>
    [Required]
    public string ScoreField { get; set; } = "score";

    /// <summary>All columns, in the order in which they are asked for.</summary>
    internal IReadOnlyList<string> Fields => [IdField, SurveyField, DateField, EmployeeField, DepartmentField, ScoreField];
}
