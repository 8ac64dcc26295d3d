using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Adds Postgres.</summary>
public static class PostgresBuilderExtensions
{
    /// <summary>Adds a Postgres server.</summary>
    /// <param name="builder">The application.</param>
    /// <param name="name">The resource's name.</param>
    public static IResourceBuilder<PostgresServerResource> AddPostgres(this IDistributedApplicationBuilder builder, string name) =>
        builder.AddResource(new PostgresServerResource(name));

    /// <summary>Adds a database, created when it is first waited for.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The resource's name, and the connection string's.</param>
    /// <param name="databaseName">The name inside the server; the resource's name when null.</param>
    public static IResourceBuilder<PostgresDatabaseResource> AddDatabase(
        this IResourceBuilder<PostgresServerResource> builder, string name, string? databaseName = null)
    {
        var database = new PostgresDatabaseResource(name, databaseName ?? name, builder.Resource);
        builder.Resource.Databases.Add(database);
        return builder.ApplicationBuilder.AddResource(database);
    }

    /// <summary>Keeps the data between runs; this host always does.</summary>
    /// <param name="builder">The server.</param>
    /// <param name="name">The volume's name; not used here.</param>
    /// <param name="isReadOnly">Whether it is only read; not used here.</param>
    public static IResourceBuilder<PostgresServerResource> WithDataVolume(
        this IResourceBuilder<PostgresServerResource> builder, string? name = null, bool isReadOnly = false) => builder;
}
