namespace Sophia.Sandbox.Control;

/// <summary>Wins a deal, at another amount in US dollars if one is given.</summary>
internal sealed record WinRequest(decimal? Amount);
