using Npgsql;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A Postgres server.</summary>
/// <param name="name">The resource's name.</param>
public sealed class PostgresServerResource(string name) : ContainerResource(name), IResourceWithConnectionString
{
    internal override string Type => "Postgres";

    /// <summary>The databases in it; a handful, as many as the application model names.</summary>
    internal List<PostgresDatabaseResource> Databases { get; } = [];

    IReadOnlyList<KeyValuePair<string, string>> IResourceWithConnectionString.ConnectionProperties => PropertiesFor("postgres");

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<string?>(ConnectionStringFor("postgres"));

    internal string ConnectionStringFor(string database) => Connection.Given is { } given
        ? new NpgsqlConnectionStringBuilder(given) { Database = database }.ConnectionString
        : $"Host={Connection.Host};Port={Connection.Port};Username={Connection.UserName};Password={Connection.Password};Database={database}";

    internal IReadOnlyList<KeyValuePair<string, string>> PropertiesFor(string database)
    {
        var (user, password) = (Uri.EscapeDataString(Connection.UserName), Uri.EscapeDataString(Connection.Password));
        return
        [
            new("HOST", Connection.Host),
            new("PORT", $"{Connection.Port}"),
            new("USERNAME", Connection.UserName),
            new("PASSWORD", Connection.Password),
            new("URI", $"postgresql://{user}:{password}@{Connection.Host}:{Connection.Port}/{database}"),
            new("JDBCCONNECTIONSTRING", $"jdbc:postgresql://{Connection.Host}:{Connection.Port}/{database}"),
        ];
    }
}
