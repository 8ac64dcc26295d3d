using Npgsql;

namespace Sophia.Data;

/// <summary>How processes of Sophia keep their connections to Postgres.</summary>
public static class DatabaseConnections
{
    /// <summary>Sets what <paramref name="builder"/> leaves to its defaults.</summary>
    public static void Configure(NpgsqlDataSourceBuilder builder)
    {
        // Each connection is a process of Postgres of 10 to 20 MB, and what a backfill needed at once is not needed for minutes.
        builder.ConnectionStringBuilder.ConnectionIdleLifetime = 20;
        builder.ConnectionStringBuilder.ConnectionPruningInterval = 5;
    }
}
