namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>What was sent is no OTLP message.</summary>
/// <param name="message">What is wrong with it.</param>
public sealed class OtlpFormatException(string message) : Exception(message);
