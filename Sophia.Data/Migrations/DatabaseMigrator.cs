using System.Reflection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Sophia.Data.Migrations;

/// <summary>Brings the database to the shape that this version needs.</summary>
/// <param name="database">The database.</param>
/// <param name="logger">Where applied migrations are reported.</param>
public sealed partial class DatabaseMigrator(NpgsqlDataSource database, ILogger<DatabaseMigrator> logger)
{
    // Any number serves that no other advisory lock of this database uses; leases hash names into 64 bits.
    private const long MigrationLock = 0x50F1A;

    /// <summary>
    /// Runs the numbered .sql files that this database has not seen, in order, each in a transaction of its own. Services
    /// that start together wait for one another.
    /// </summary>
    /// <exception cref="PostgresException">A migration failed; it left nothing behind.</exception>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({MigrationLock})", cancellationToken);
        try
        {
            await ExecuteAsync(connection, "CREATE TABLE IF NOT EXISTS schema_migration (name text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())", cancellationToken);
            var applied = await ReadAppliedAsync(connection, cancellationToken);
            foreach (var name in Names().Where(name => !applied.Contains(name)))
            {
                await ApplyAsync(connection, name, cancellationToken);
                LogApplied(name);
            }
        }
        finally
        {
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({MigrationLock})", CancellationToken.None);
        }
    }

    private static IEnumerable<string> Names() =>
        Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(static name => name.EndsWith(".sql", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

    private static async Task<HashSet<string>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        var applied = new HashSet<string>(StringComparer.Ordinal);
        await using var command = new NpgsqlCommand("SELECT name FROM schema_migration", connection);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            applied.Add(rows.GetString(0));
        }

        return applied;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using var reader = new StreamReader(resource);
        var sql = await reader.ReadToEndAsync(cancellationToken);

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await ExecuteAsync(connection, sql, cancellationToken);
        await using var record = new NpgsqlCommand("INSERT INTO schema_migration (name) VALUES ($1)", connection)
        {
            Parameters = { new() { Value = name } },
        };
        await record.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Information, "Applied migration {Name}")]
    private partial void LogApplied(string name);
}
