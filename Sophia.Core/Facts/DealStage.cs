namespace Sophia.Core.Facts;

/// <summary>A step of a sales pipeline. Its meaning (open, won, lost) comes from the source's settings, never from its name.</summary>
public sealed record DealStage : Fact
{
    /// <summary>The pipeline's identifier in the source.</summary>
    public required string PipelineId { get; init; }

    /// <summary>What people call the stage.</summary>
    public required string Label { get; init; }

    /// <summary>The stage's place in its pipeline, from 0.</summary>
    public required int Order { get; init; }

    /// <summary>The chance of winning that the organisation gives the stage, 0 to 1.</summary>
    public required decimal Probability { get; init; }

    /// <summary>Whether a deal here is finished.</summary>
    public required bool IsClosed { get; init; }

    /// <summary>Whether a deal here is won.</summary>
    public required bool IsWon { get; init; }
}
