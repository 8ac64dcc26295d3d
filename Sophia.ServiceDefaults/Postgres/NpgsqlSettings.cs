namespace Aspire.Npgsql;

/// <summary>Settings of the Postgres client: sections <c>Aspire:Npgsql</c> and <c>Aspire:Npgsql:NAME</c>.</summary>
public sealed class NpgsqlSettings
{
    /// <summary>The connection string; by default <c>ConnectionStrings:NAME</c>.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Leaves out the health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Leaves out the spans of commands.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Leaves out the pool's and the commands' metrics.</summary>
    public bool DisableMetrics { get; set; }
}
