namespace Sophia.Sandbox.BambooHr.Datasets;

/// <summary>Asks for rows of a dataset. The generated code sets what is left out to its default only for settable properties.</summary>
internal sealed record DatasetRequest
{
    /// <summary>The fields to give.</summary>
    public IReadOnlyList<string> Fields { get; set; } = [];

    /// <summary>One comparison, for example <c>answeredOn ge '2026-11-01'</c>; BambooHR takes whole expressions.</summary>
    public string? Filter { get; set; }

    /// <summary>For example <c>answeredOn asc, id asc</c>; the fields must be among those asked for.</summary>
    public string? OrderBy { get; set; }

    /// <summary>From 1.</summary>
    public int Page { get; set; } = 1;

    /// <summary>At most 1,000.</summary>
    public int PageSize { get; set; } = 100;
}
