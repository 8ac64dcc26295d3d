namespace Sophia.Sandbox.Calls;

/// <summary>The made-up rivals that customers name.</summary>
internal static class Competitors
{
    public static IReadOnlyList<string> All { get; } = ["Quantrix", "Datapeak", "Vistalyze", "Corvus BI", "Helio Insights"];
}
