using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;

namespace Sophia.ServiceDefaults.Telemetry;

/// <summary>Lets OpenTelemetry's own builder methods register into the host's services.</summary>
internal sealed class TelemetryBuilder(IServiceCollection services) : IOpenTelemetryBuilder
{
    public IServiceCollection Services { get; } = services;
}
