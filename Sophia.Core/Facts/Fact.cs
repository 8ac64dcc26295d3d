namespace Sophia.Core.Facts;

/// <summary>Something true of the business, as one source last said it. Facts merge by source version, not by arrival.</summary>
public abstract record Fact
{
    /// <summary>The object that the fact is about.</summary>
    public required FactKey Key { get; init; }

    /// <summary>The source's own version; the higher one wins, and of two equal ones the later in the log.</summary>
    public required long SourceVersion { get; init; }

    /// <summary>Whether the source has deleted the object. A removed object counts in no metric.</summary>
    public bool IsRemoved { get; init; }
}
