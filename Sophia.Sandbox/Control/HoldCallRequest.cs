namespace Sophia.Sandbox.Control;

/// <summary>Holds a call that ends now.</summary>
/// <param name="DealId">The deal that it is about; any open one when left out.</param>
/// <param name="Internal">Whether colleagues are among themselves.</param>
/// <param name="Transcript">Whether it is written down.</param>
/// <param name="Analysed">Whether its analysis is there already; unless told, it is.</param>
internal sealed record HoldCallRequest(long? DealId, bool Internal = false, bool Transcript = false, bool Analysed = true);
