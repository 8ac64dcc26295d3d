using Npgsql;

namespace Sophia.Data.EventLog;

/// <summary>Reads the connectors' cursors; <see cref="EventAppender"/> writes them together with the events they follow.</summary>
/// <param name="database">The database.</param>
public sealed class SyncCursors(NpgsqlDataSource database)
{
    /// <summary>The stored cursor, or null where the resource has never been read.</summary>
    public async Task<SyncCursor?> FindAsync(string connection, string resource, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand("SELECT state FROM sync_cursor WHERE connection = $1 AND resource = $2");
        command.Parameters.Add(new() { Value = connection });
        command.Parameters.Add(new() { Value = resource });
        return await command.ExecuteScalarAsync(cancellationToken) is string state ? new(connection, resource, state) : null;
    }
}
