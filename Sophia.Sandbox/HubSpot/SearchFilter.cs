namespace Sophia.Sandbox.HubSpot;

/// <summary>A condition on one property.</summary>
internal sealed record SearchFilter(
    string PropertyName, string Operator, string? Value = null, string? HighValue = null, IReadOnlyList<string>? Values = null);
