using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace Sophia.ServiceDefaults.Postgres;

/// <summary>Whether Postgres answers a query.</summary>
internal sealed class PostgresHealthCheck(NpgsqlDataSource dataSource) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await using var command = dataSource.CreateCommand("SELECT 1");
            await command.ExecuteScalarAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception)
        {
            // The whole point of a check is to answer when things fail.
            return new HealthCheckResult(context.Registration.FailureStatus, "Postgres does not answer: " + exception.Message, exception);
        }
    }
}
