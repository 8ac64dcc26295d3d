namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>A node of the service map.</summary>
/// <param name="Name">The service, or an uninstrumented peer's name.</param>
/// <param name="Instrumented">Whether it sends spans itself.</param>
/// <param name="Kind">Of a peer: <c>database</c>, <c>messaging</c>, <c>http</c>, <c>rpc</c>, <c>genai</c> or <c>other</c>; of a service: <c>service</c>.</param>
/// <param name="Totals">What it was asked: a service's own server and consumer spans, a peer's calls.</param>
public sealed record ServiceMapNode(string Name, bool Instrumented, string Kind, RateErrorsDuration Totals);
