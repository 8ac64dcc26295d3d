using System.Globalization;
using Npgsql;
using Sophia.Core.Metrics;
using Sophia.Data.Metrics;

namespace Sophia.Api.Dashboard;

/// <summary>
/// Tells apart the cached answers of different databases and of different versions of the code: sequences start over in
/// an empty database, and a changed definition changes the figures of the same sequence.
/// </summary>
internal sealed class AnswerScope(NpgsqlDataSource database, IConfiguration configuration)
{
    private const string Identity = """
        SELECT (SELECT system_identifier FROM pg_control_system())::text || '.' || oid FROM pg_database WHERE datname = current_database()
        """;

    private string? _scope;

    public async ValueTask<string> ReadAsync(CancellationToken cancellationToken)
    {
        if (_scope is { } known)
        {
            return known;
        }

        await using var command = database.CreateCommand(Identity);
        var identity = await command.ExecuteScalarAsync(cancellationToken);
        return _scope = string.Create(
            CultureInfo.InvariantCulture,
            $"{identity}:{Code<MetricReader>()}:{Code<MetricQuery>()}:{configuration["Organisation:Currency"]}");
    }

    private static string Code<T>() => typeof(T).Module.ModuleVersionId.ToString("N")[..8];
}
