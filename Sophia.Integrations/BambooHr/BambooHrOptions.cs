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

    /// <summary>The satisfaction survey: BambooHR has none that its API gives out, so its answers come from a dataset.</summary>
    [Required]
    public SurveyDatasetOptions Survey { get; set; } = new();

    /// <summary>How often BambooHR is asked for changes that no webhook announced.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Requests in any second. BambooHR publishes no limit; it answers 429 or 503 where this is too many, and is then left alone.</summary>
    [Range(2, 100_000)]
    public int RequestsPerSecond { get; set; } = 10;
}
