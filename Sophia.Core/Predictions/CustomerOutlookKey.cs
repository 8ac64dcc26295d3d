namespace Sophia.Core.Predictions;

/// <summary>Where a customer stands in the list: the most at risk first, those whose health is unknown last.</summary>
/// <param name="Health">The health score, 1000 where it is unknown.</param>
/// <param name="Connection">The connection.</param>
/// <param name="Id">The account's identifier there.</param>
public sealed record CustomerOutlookKey(double Health, string Connection, string Id)
{
    /// <summary>Behind every score there is.</summary>
    public const double Unknown = 1000;
}
