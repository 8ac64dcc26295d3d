namespace Sophia.Sandbox.Control;

/// <summary>Moves a deal to a stage, named as HubSpot names it; a closed deal may be opened again.</summary>
internal sealed record MoveRequest(string? Stage);
