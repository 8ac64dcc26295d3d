using System.ComponentModel.DataAnnotations;

namespace Sophia.Integrations.Gong;

/// <summary>How Gong is read; section <c>Gong</c>. Without an access key Gong is not connected.</summary>
public sealed class GongOptions
{
    /// <summary>Where Gong's API answers: <c>https://api.gong.io</c>, or the company's own address.</summary>
    [Required]
    public Uri BaseUrl { get; set; } = new("https://api.gong.io");

    /// <summary>The access key.</summary>
    [Required]
    public string AccessKey { get; set; } = "";

    /// <summary>The access key's secret.</summary>
    [Required]
    public string AccessKeySecret { get; set; } = "";

    /// <summary>How often Gong is asked for calls that no webhook announced. Each look costs a few of the day's requests.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan PollInterval { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// How far before the last look each look begins. Gong filters by when a call began, and its length, its analysis and
    /// its links to the CRM come later.
    /// </summary>
    [Range(typeof(TimeSpan), "00:05:00", "7.00:00:00")]
    public TimeSpan Overlap { get; set; } = TimeSpan.FromHours(2);

    /// <summary>How far back one look an hour begins, for what comes very late.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "30.00:00:00")]
    public TimeSpan HourlyOverlap { get; set; } = TimeSpan.FromHours(24);

    /// <summary>Requests in any second; Gong grants a company 3.</summary>
    [Range(1, 100_000)]
    public int RequestsPerSecond { get; set; } = 3;

    /// <summary>Requests in any day; Gong grants a company 10,000.</summary>
    [Range(100, 100_000_000)]
    public int RequestsPerDay { get; set; } = 10_000;
}
