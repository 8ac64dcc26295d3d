using Sophia.Core.Facts;

namespace Sophia.Data.Predictions;

/// <summary>How a deal ended.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Outcome"><c>won</c>, <c>lost</c>, or <c>removed</c> where the source deleted it.</param>
/// <param name="At">When.</param>
public sealed record EndedDeal(FactKey Deal, string Outcome, DateTimeOffset At)
{
    /// <summary>The outcome of a won deal.</summary>
    public const string Won = "won";

    /// <summary>The outcome of a lost deal.</summary>
    public const string Lost = "lost";

    /// <summary>The outcome of a deal that its source deleted.</summary>
    public const string Removed = "removed";
}
