namespace Sophia.Core.Predictions;

/// <summary>Where a deal stands in the list: the largest first.</summary>
/// <param name="Amount">Its value, 0 where nobody has estimated it.</param>
/// <param name="Connection">Its connection.</param>
/// <param name="Id">Its identifier there.</param>
public sealed record DealOutlookKey(decimal Amount, string Connection, string Id);
