namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>A request is larger than what is taken in one piece.</summary>
/// <param name="message">Which bound it breaks.</param>
public sealed class OversizedRequestException(string message) : Exception(message);
