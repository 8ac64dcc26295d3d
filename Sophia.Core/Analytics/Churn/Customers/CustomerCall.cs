namespace Sophia.Core.Analytics.Churn.Customers;

/// <summary>A call with a customer.</summary>
/// <param name="At">When it began.</param>
/// <param name="Sentiment">How the talk sounded, -1 to 1; null where it was not transcribed.</param>
public readonly record struct CustomerCall(DateTimeOffset At, double? Sentiment);
