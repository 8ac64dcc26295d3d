namespace Sophia.Core.Predictions;

/// <summary>The body of <c>GET /api/v1/sales/quarter</c>.</summary>
/// <param name="From">The quarter's first day.</param>
/// <param name="Newest">The newest forecast; null before the first was made.</param>
/// <param name="Course">All of the quarter's, oldest first: how the expectation moved.</param>
public sealed record QuarterAnswer(DateOnly From, QuarterOutlook? Newest, IReadOnlyList<QuarterOutlook> Course);
