namespace Sophia.Sandbox.Control;

/// <summary>Hires somebody into a department, or moves somebody there.</summary>
internal sealed record HireRequest(string? Department);
