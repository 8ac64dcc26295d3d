namespace Sophia.Core.Integrations;

/// <summary>How many records of a kind Sophia holds.</summary>
/// <param name="Kind">The kind, for example <c>deals</c>.</param>
/// <param name="Count">How many, without those that the source has deleted.</param>
public sealed record RecordCount(string Kind, long Count);
