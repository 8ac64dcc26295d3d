namespace Sophia.Sandbox.Control;

/// <summary>The open deals of one stage; <paramref name="Amount"/> in US dollars.</summary>
internal sealed record StageTotals(string Stage, string Label, int Count, decimal Amount);
