namespace Sophia.Core.Dashboard;

/// <summary>A row behind a figure: a deal, a deal's stay in a stage, a call, a person or a survey answer.</summary>
public sealed record MetricRow
{
    /// <summary>The part of the figure that it belongs to.</summary>
    public required MetricPart Part { get; init; }

    /// <summary>The connection that it came through.</summary>
    public required string Connection { get; init; }

    /// <summary>Its identifier in the source; of a survey answer only a number, so that nobody is known by it.</summary>
    public required string Id { get; init; }

    /// <summary>What people call it, or null where the source has no name or it must not be told.</summary>
    public required string? Title { get; init; }

    /// <summary>The day from which on, or on which, it counts.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>What it adds to its part, in the unit of the part.</summary>
    public required decimal Contribution { get; init; }

    /// <summary>What is being sold.</summary>
    public string? ProductLine { get; init; }

    /// <summary>The account's region.</summary>
    public string? Region { get; init; }

    /// <summary>The account's market segment.</summary>
    public string? Segment { get; init; }

    /// <summary>The pipeline stage.</summary>
    public string? Stage { get; init; }

    /// <summary>The department; never told of the rows of a metric of people.</summary>
    public string? Department { get; init; }

    /// <summary>What a call was about, separated by commas.</summary>
    public string? Topic { get; init; }

    /// <summary>Who called whom.</summary>
    public string? CallDirection { get; init; }

    /// <summary>The owner of the deal or the host of the call.</summary>
    public string? Seller { get; init; }
}
