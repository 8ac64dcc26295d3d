using Aspire.Hosting.ApplicationModel;
using Npgsql;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Running;

/// <summary>A database: created when missing, then watched.</summary>
internal sealed class DatabaseWorkload(PostgresDatabaseResource database) : Workload(database)
{
    public override IReadOnlyList<IResource> Dependencies => [database.Parent];

    public override async Task<ChildProcess?> StartAsync(ResourceLog log, CancellationToken cancellationToken)
    {
        // One that was given by its connection string is its owner's business.
        if (database.Parent.Connection.Given is null)
        {
            await CreateAsync(log, cancellationToken);
        }

        return null;
    }

    public override Task<IReadOnlyList<HealthEntry>> CheckAsync(CancellationToken cancellationToken) =>
        HealthProbe.RunAsync("connection", AskAsync, cancellationToken);

    private async Task CreateAsync(ResourceLog log, CancellationToken cancellationToken)
    {
        await using var server = new NpgsqlConnection(database.Parent.ConnectionStringFor("postgres") + ";Pooling=false");
        await server.OpenAsync(cancellationToken);
        await using var find = new NpgsqlCommand("SELECT 1 FROM pg_database WHERE datname = $1", server);
        find.Parameters.Add(new NpgsqlParameter { Value = database.DatabaseName });
        if (await find.ExecuteScalarAsync(cancellationToken) is not null)
        {
            return;
        }

        // A name cannot be a parameter here, so it is quoted.
        await using var create = new NpgsqlCommand($"CREATE DATABASE {new NpgsqlCommandBuilder().QuoteIdentifier(database.DatabaseName)}", server);
        await create.ExecuteNonQueryAsync(cancellationToken);
        log.Append($"Created database {database.DatabaseName}", isError: false);
    }

    private async Task AskAsync(CancellationToken cancellationToken)
    {
        await using var session = new NpgsqlConnection(database.Parent.ConnectionStringFor(database.DatabaseName) + ";Pooling=false");
        await session.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand("SELECT 1", session);
        await command.ExecuteScalarAsync(cancellationToken);
    }
}
