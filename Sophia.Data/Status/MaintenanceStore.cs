using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Status;

namespace Sophia.Data.Status;

/// <summary>Keeps the maintenance notices.</summary>
/// <param name="database">The database.</param>
public sealed class MaintenanceStore(NpgsqlDataSource database)
{
    /// <summary>How many notices can be pending at once: people read no more, and every status carries them.</summary>
    public const int MostPending = 20;

    private const string Insert = """
        INSERT INTO maintenance_notice (id, text, starts_at, ends_at, announced_at)
        SELECT $1, $2, $3, $4, $5 WHERE (SELECT count(*) FROM maintenance_notice WHERE ends_at > $5) < $6
        """;

    private const string Delete = "DELETE FROM maintenance_notice WHERE id = $1";

    private const string Find = "SELECT id, text, starts_at, ends_at, announced_at FROM maintenance_notice WHERE id = $1";

    private const string List = """
        SELECT id, text, starts_at, ends_at, announced_at FROM maintenance_notice
        WHERE $1::timestamptz IS NULL OR (starts_at, id) > ($1, $2)
        ORDER BY starts_at, id LIMIT $3
        """;

    private const string Pending = """
        SELECT id, text, starts_at, ends_at, announced_at FROM maintenance_notice
        WHERE ends_at > $1 AND starts_at <= $2 ORDER BY starts_at, id
        """;

    /// <summary>Stores a notice.</summary>
    /// <returns>Whether there was room for it.</returns>
    public async Task<bool> AddAsync(MaintenanceNotice notice, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        command.Parameters.Add(new() { Value = notice.Id });
        command.Parameters.Add(new() { Value = notice.Text });
        command.Parameters.Add(new() { Value = notice.StartsAt.ToUniversalTime() });
        command.Parameters.Add(new() { Value = notice.EndsAt.ToUniversalTime() });
        command.Parameters.Add(new() { Value = notice.AnnouncedAt.ToUniversalTime() });
        command.Parameters.Add(new() { Value = MostPending });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Takes a notice back.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Delete);
        command.Parameters.Add(new() { Value = id });
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>The notice, or null where there is none.</summary>
    public async Task<MaintenanceNotice?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = id });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>All notices by their beginning, past ones too.</summary>
    /// <param name="after">The key behind which to begin, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<MaintenanceNotice>> ReadAsync(MaintenanceKey? after, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(new() { Value = (object?)after?.StartsAt.ToUniversalTime() ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = after?.Id ?? Guid.Empty });
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    /// <summary>The notices that are not over and begin by <paramref name="until"/>, the earliest first.</summary>
    public async Task<IReadOnlyList<MaintenanceNotice>> ReadPendingAsync(DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Pending);
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = until });
        return await ReadAsync(command, cancellationToken);
    }

    private static async Task<IReadOnlyList<MaintenanceNotice>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var notices = new List<MaintenanceNotice>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            notices.Add(new()
            {
                Id = rows.GetGuid(0),
                Text = rows.GetString(1),
                StartsAt = rows.GetFieldValue<DateTimeOffset>(2),
                EndsAt = rows.GetFieldValue<DateTimeOffset>(3),
                AnnouncedAt = rows.GetFieldValue<DateTimeOffset>(4),
            });
        }

        return notices;
    }
}
