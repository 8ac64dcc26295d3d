namespace Sophia.Core.Analytics.Sales.Winning;

/// <summary>A column that is 1 for deals of one name and 0 for all others.</summary>
/// <param name="Kind">What is named: stage, product, region, segment or seller.</param>
/// <param name="Name">The name.</param>
public sealed record NamedColumn(string Kind, string Name);
