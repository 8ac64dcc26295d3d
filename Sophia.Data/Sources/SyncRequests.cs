using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Telemetry;

namespace Sophia.Data.Sources;

/// <summary>Wishes that a source system be read now: asked for by people, carried out by the worker that reads it.</summary>
/// <param name="database">The database.</param>
/// <param name="clock">Times the wishes.</param>
public sealed class SyncRequests(NpgsqlDataSource database, TimeProvider clock)
{
    /// <summary>The notification channel on which a wish is announced.</summary>
    public const string Channel = "sync";

    private const string Announce = """
        INSERT INTO integration (connection, notification_kind, poll_interval) VALUES ($1, $2, $3)
        ON CONFLICT (connection) DO UPDATE SET notification_kind = excluded.notification_kind, poll_interval = excluded.poll_interval
        """;

    private const string Request = """
        WITH requested AS (
            UPDATE integration SET sync_requested_at = $2, sync_waiting = true, sync_traceparent = $4 WHERE connection = $1 RETURNING connection)
        SELECT pg_notify($3, connection) FROM requested
        """;

    private const string Take = "UPDATE integration SET sync_waiting = false WHERE connection = $1 AND sync_waiting RETURNING sync_traceparent";

    private const string Look = "SELECT sync_waiting FROM integration WHERE connection = $1";

    /// <summary>A worker is about to read a connection.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="notificationKind">The kind of the entries that its webhooks leave in the log.</param>
    /// <param name="pollInterval">How long it waits between two looks for changes.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AnnounceAsync(string connection, string notificationKind, TimeSpan pollInterval, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Announce);
        command.Parameters.Add(new() { Value = connection });
        command.Parameters.Add(new() { Value = notificationKind });
        command.Parameters.Add(new() { Value = pollInterval });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Asks that a connection be read now, and wakes its worker.</summary>
    /// <returns>When it was asked for, or null where no worker ever announced the connection.</returns>
    public async Task<DateTimeOffset?> RequestAsync(string connection, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var command = database.CreateCommand(Request);
        command.Parameters.Add(new() { Value = connection });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = Channel });
        command.Parameters.Add(NullableParameter.Of(ChangeTrace.Parent, NpgsqlDbType.Text));
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken) ? now : null;
    }

    /// <summary>The connection is being read: what was wished so far is being carried out.</summary>
    /// <returns>The trace in which it was wished, or null where nothing was wished or traced.</returns>
    public async Task<string?> TakeAsync(string connection, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Take);
        command.Parameters.Add(new() { Value = connection });
        return await command.ExecuteScalarAsync(cancellationToken) as string;
    }

    /// <summary>Whether a wish waits.</summary>
    public async Task<bool> IsWaitingAsync(string connection, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Look);
        command.Parameters.Add(new() { Value = connection });
        return await command.ExecuteScalarAsync(cancellationToken) is true;
    }
}
