using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using Sophia.Data.Projection;

namespace Sophia.Data;

/// <summary>Measures, every few seconds, what holds the flow of events up.</summary>
internal sealed partial class DatabaseAges(NpgsqlDataSource database, TimeProvider clock, DataTelemetry telemetry, ILogger<DatabaseAges> logger)
    : BackgroundService
{
    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(10);

    // Only transactions that have written hold readers back, so backends without an xid do not count.
    private const string Measure = """
        SELECT
            coalesce((SELECT extract(epoch FROM max(clock_timestamp() - xact_start)) FROM pg_stat_activity WHERE backend_xid IS NOT NULL), 0)::float8,
            coalesce((
                SELECT extract(epoch FROM clock_timestamp() - recorded_at)
                FROM event_log
                WHERE (transaction_id, position) > (
                    coalesce((SELECT transaction_id FROM reader_checkpoint WHERE reader = $1), '0'),
                    coalesce((SELECT position FROM reader_checkpoint WHERE reader = $1), 0))
                ORDER BY transaction_id, position LIMIT 1), 0)::float8,
            coalesce((SELECT extract(epoch FROM clock_timestamp() - created_at) FROM outbox ORDER BY id LIMIT 1), 0)::float8,
            (SELECT count(*) FROM (SELECT FROM outbox LIMIT 10000) AS waiting)
        """;

    internal async Task MeasureAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Measure);
        command.Parameters.Add(new() { Value = Projector.ReaderName });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        await rows.ReadAsync(cancellationToken);
        telemetry.ObserveDatabase(rows.GetDouble(0), rows.GetDouble(1), rows.GetDouble(2), rows.GetInt64(3));
        if (rows.GetDouble(0) > DataTelemetry.OldestTransactionAlarmSeconds)
        {
            LogOldTransaction(rows.GetDouble(0));
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(s_interval, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await MeasureAsync(stoppingToken);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                // A database that is away is reported by its health check; measuring goes on when it is back.
                LogFailed(exception);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "A writing transaction is {Seconds:F1} s old and holds the readers of the event log back")]
    private partial void LogOldTransaction(double seconds);

    [LoggerMessage(LogLevel.Debug, "Could not measure the database's ages")]
    private partial void LogFailed(Exception exception);
}
