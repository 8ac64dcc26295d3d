using Sophia.Core.Analytics.Sales.Survival;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Analytics.Sales.Winning;

namespace Sophia.Core.Predictions;

/// <summary>What is expected of an open deal, and why.</summary>
public sealed record DealPrediction
{
    /// <summary>The <see cref="WinModel.Version"/> that said so.</summary>
    public required string ModelVersion { get; init; }

    /// <summary>When it was said.</summary>
    public required DateTimeOffset ScoredAt { get; init; }

    /// <summary>The chance of being won, with the reasons that add up to it.</summary>
    public required WinChance Chance { get; init; }

    /// <summary>When it is to be expected to end, and the risk that it slips.</summary>
    public required CloseEstimate Close { get; init; }

    /// <summary>What is wrong with it; empty where nothing is.</summary>
    public required IReadOnlyList<DealWarning> Warnings { get; init; }
}
