namespace Sophia.LocalHost.Running;

/// <summary>Where the projects send traces, metrics and logs.</summary>
/// <param name="Endpoint">The address of an OTLP receiver.</param>
/// <param name="Protocol"><c>grpc</c> or <c>http/protobuf</c>.</param>
/// <param name="ApiKey">What the receiver wants to be told; null when nothing.</param>
internal sealed record TelemetryTarget(string Endpoint, string Protocol, string? ApiKey);
