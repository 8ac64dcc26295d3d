namespace Aspire.Hosting.ApplicationModel;

/// <summary>A database in a Postgres server.</summary>
/// <param name="name">The resource's name.</param>
/// <param name="databaseName">The name inside the server.</param>
/// <param name="parent">The server.</param>
public sealed class PostgresDatabaseResource(string name, string databaseName, PostgresServerResource parent)
    : Resource(name), IResourceWithParent<PostgresServerResource>, IResourceWithConnectionString
{
    /// <summary>The name inside the server.</summary>
    public string DatabaseName { get; } = databaseName;

    /// <inheritdoc />
    public PostgresServerResource Parent { get; } = parent;

    internal override string Type => "Database";

    IReadOnlyList<KeyValuePair<string, string>> IResourceWithConnectionString.ConnectionProperties =>
        [.. Parent.PropertiesFor(DatabaseName), new("DATABASENAME", DatabaseName)];

    /// <inheritdoc />
    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<string?>(Parent.ConnectionStringFor(DatabaseName));
}
