using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using RabbitMQ.Client;

namespace Sophia.ServiceDefaults.RabbitMq;

/// <summary>Whether the bus is connected. Without it notices wait in the outbox and nothing is lost.</summary>
internal sealed class RabbitMQHealthCheck(IServiceProvider services) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Resolving may connect, which blocks.
            var connection = await Task.Run(services.GetRequiredService<IConnection>, cancellationToken).WaitAsync(cancellationToken);
            return connection.IsOpen
                ? HealthCheckResult.Healthy()
                : new HealthCheckResult(context.Registration.FailureStatus, "RabbitMQ is not connected; connecting again.");
        }
        catch (Exception exception)
        {
            // The whole point of a check is to answer when things fail.
            return new HealthCheckResult(context.Registration.FailureStatus, "RabbitMQ does not answer: " + exception.Message, exception);
        }
    }
}
