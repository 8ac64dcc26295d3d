using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Alerts;

namespace Sophia.Data.Alerts;

/// <summary>Keeps the times in which nobody wants to be told. A change wakes the worker that watches.</summary>
/// <param name="database">The database.</param>
public sealed class AlertMuteStore(NpgsqlDataSource database)
{
    /// <summary>How many mutes there can be that are not over: each is looked at in every round.</summary>
    public const int Most = 100;

    private const string Insert = """
        WITH stored AS (
            INSERT INTO alert_mute (id, metric, scope, mute_from, mute_until, weekly, reason)
            SELECT $1, $2, $3, $4, $5, $6, $7
            WHERE (SELECT count(*) FROM alert_mute WHERE weekly OR mute_until > $4) < $8
            RETURNING id)
        SELECT pg_notify($9, '') FROM stored
        """;

    private const string Delete = """
        WITH deleted AS (DELETE FROM alert_mute WHERE id = $1 RETURNING id)
        SELECT pg_notify($2, '') FROM deleted
        """;

    private const string List = """
        SELECT id, metric, scope, mute_from, mute_until, weekly, reason FROM alert_mute
        WHERE ($1::uuid IS NULL OR id > $1) AND ($2::timestamptz IS NULL OR weekly OR mute_until > $2)
        ORDER BY id LIMIT $3
        """;

    /// <summary>Stores a mute.</summary>
    /// <returns>Whether there was room for it.</returns>
    public async Task<bool> AddAsync(AlertMute mute, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = mute.Id });
        command.Parameters.Add(NullableParameter.Of(mute.Metric, NpgsqlDbType.Text));
        command.Parameters.Add(NullableParameter.Of(mute.Scope, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = mute.From.ToUniversalTime() });
        command.Parameters.Add(new() { Value = mute.Until.ToUniversalTime() });
        command.Parameters.Add(new() { Value = mute.Weekly });
        command.Parameters.Add(NullableParameter.Of(mute.Reason, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = Most });
        command.Parameters.Add(new() { Value = AlertChannels.Work });
        return await AnyAsync(command, cancellationToken);
    }

    /// <summary>Ends a mute; what still goes on is told.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Delete);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = AlertChannels.Work });
        return await AnyAsync(command, cancellationToken);
    }

    /// <summary>The mutes, the oldest first.</summary>
    /// <param name="after">The mute behind which to begin, or null.</param>
    /// <param name="overAfter">Only those that are not over then, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<AlertMute>> ReadAsync(Guid? after, DateTimeOffset? overAfter, int limit, CancellationToken cancellationToken)
    {
        var mutes = new List<AlertMute>();
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(NullableParameter.Of(after, NpgsqlDbType.Uuid));
        command.Parameters.Add(NullableParameter.Of(overAfter?.ToUniversalTime(), NpgsqlDbType.TimestampTz));
        command.Parameters.Add(new() { Value = limit });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            mutes.Add(new()
            {
                Id = rows.GetGuid(0),
                Metric = rows.GetText(1),
                Scope = rows.GetText(2),
                From = rows.GetFieldValue<DateTimeOffset>(3),
                Until = rows.GetFieldValue<DateTimeOffset>(4),
                Weekly = rows.GetBoolean(5),
                Reason = rows.GetText(6),
            });
        }

        return mutes;
    }

    private static async Task<bool> AnyAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken);
    }
}
