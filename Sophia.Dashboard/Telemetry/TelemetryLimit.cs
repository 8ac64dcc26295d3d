namespace Sophia.Dashboard.Telemetry;

/// <summary>One bound of what is kept, and how near it is.</summary>
/// <param name="Name">What is bounded, such as <c>spans</c>.</param>
/// <param name="Unit">What is counted: <c>records</c>, <c>bytes</c>, <c>series</c>, <c>requests</c>.</param>
/// <param name="Used">How much is held now.</param>
/// <param name="Bound">How much may be held.</param>
/// <param name="Dropped">How much was given up or refused since the process started because the bound was reached.</param>
/// <param name="LastReached">When the bound was last reached; null where it was not since the process started.</param>
/// <param name="WhenReached">What happens at the bound, in words.</param>
/// <param name="Setting">The configuration key that moves it.</param>
public sealed record TelemetryLimit(
    string Name, string Unit, long Used, long Bound, long Dropped, DateTimeOffset? LastReached, string WhenReached, string Setting);
