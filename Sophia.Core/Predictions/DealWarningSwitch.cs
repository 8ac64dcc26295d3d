namespace Sophia.Core.Predictions;

/// <summary>Switches a kind of warning: the body of <c>PUT /api/v1/deals/warnings/{key}</c>.</summary>
/// <param name="On">Whether it is to be on.</param>
/// <param name="By">Who wants it so, at most 100 characters; null where that is not said.</param>
public sealed record DealWarningSwitch(bool? On, string? By);
