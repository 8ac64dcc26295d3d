namespace Sophia.Core.Predictions;

/// <summary>The body of <c>GET /api/v1/deals/warnings</c>.</summary>
/// <param name="Warnings">All kinds, in a fixed order.</param>
public sealed record DealWarningsAnswer(IReadOnlyList<DealWarningSetting> Warnings);
