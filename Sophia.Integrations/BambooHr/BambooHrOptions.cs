using System.ComponentModel.DataAnnotations;

namespace Sophia.Integrations.BambooHr;

/// <summary>How BambooHR is read; section <c>BambooHr</c>.</summary>
public sealed class BambooHrOptions
{
    /// <summary>The company's own address, for example <c>https://example.bamboohr.com</c>.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = null!;

    /// <summary>An API key of a user who may see the employees.</summary>
    [Required]
    public string ApiKey { get; set; } = "";

    /// <summary>The name of the field that holds the department.</summary>
    [Required]
    public string DepartmentField { get; set; } = "department";

    /// <summary>The name of the field that holds the region or site.</summary>
    [Required]
    public string RegionField { get; set; } = "division";

    /// <summary>
    /// The dataset with the answers to the satisfaction survey; empty reads none. BambooHR's API gives out no survey of its
    /// own, so companies keep the answers in a table, one row for each.
    /// </summary>
    public string SurveyDataset { get; set; } = "";

    /// <summary>The column with what identifies an answer.</summary>
    [Required]
    public string SurveyIdField { get; set; } = "id";

    /// <summary>The column with the survey's name, for example <c>2026-Q3</c>.</summary>
    [Required]
    public string SurveyNameField { get; set; } = "survey";

    /// <summary>The column with the day of the answer.</summary>
    [Required]
    public string SurveyDateField { get; set; } = "answeredOn";

    /// <summary>The column with the employee's id; a table without it is anonymous.</summary>
    [Required]
    public string SurveyEmployeeField { get; set; } = "employeeId";

    /// <summary>The column with the department of who answered.</summary>
    [Required]
    public string SurveyDepartmentField { get; set; } = "department";

    /// <summary>The column with the answer, from 0 to 10.</summary>
    [Required]
    public string SurveyScoreField { get; set; } = "score";

    /// <summary>How often BambooHR is asked for changes that no webhook announced.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests in any second. BambooHR publishes no limit; it answers 429 or 503 where this is too many, and is then left alone.</summary>
    [Range(2, 100_000)]
    public int RequestsPerSecond { get; set; } = 10;
}
