namespace Sophia.Sandbox.HubSpot;

/// <summary>One object that is asked for.</summary>
internal sealed record BatchInput(string Id);
