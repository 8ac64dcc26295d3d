using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Predictions;
using Sophia.Data.Messaging;

namespace Sophia.Data.Predictions;

/// <summary>Which warnings of deals are switched on: only these are looked for and told.</summary>
/// <param name="database">The database.</param>
/// <param name="results">Knows which of them open deals were looked at for.</param>
public sealed class DealWarningSettings(NpgsqlDataSource database, AnalysisResults results)
{
    private const string Newest = "SELECT DISTINCT ON (kind) kind, is_on, changed_at, changed_by, id FROM deal_warning_change ORDER BY kind, id DESC";

    // Whoever looks at deals is woken, so that a warning that is switched on is looked for at once.
    private const string Change = $"""
        WITH changed AS (INSERT INTO deal_warning_change (kind, is_on, changed_at, changed_by) VALUES ($1, $2, $3, $4) RETURNING id)
        SELECT pg_notify('{OutboxRelay.Channel}', '') FROM changed
        """;

    /// <summary>All kinds, in the order in which they are declared.</summary>
    public async Task<IReadOnlyList<DealWarningSetting>> ReadAsync(CancellationToken cancellationToken)
    {
        var (settings, _) = await ReadAllAsync(cancellationToken);
        return settings;
    }

    /// <summary>The kinds that are switched on.</summary>
    public async Task<IReadOnlySet<DealWarningKind>> ReadOnAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Where(static one => one.On).Select(static one => one.Kind).ToHashSet();

    /// <summary>All kinds, and up to which change they are known: what to say once all open deals were looked at for them.</summary>
    public async Task<(IReadOnlyList<DealWarningSetting> Settings, DealWarningSearch Known)> ReadAllAsync(CancellationToken cancellationToken)
    {
        // This first: a search that ends meanwhile leaves a switch awaited for one more look, never the other way round.
        var searched = await results.FindAsync(AnalysisResults.Warnings, PredictionJson.Default.DealWarningSearch, cancellationToken);
        await using var command = database.CreateCommand(Newest);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, DealWarningSetting> changed = new(StringComparer.Ordinal);
        long last = 0;
        while (await row.ReadAsync(cancellationToken))
        {
            var (on, change) = (row.GetBoolean(1), row.GetInt64(4));
            changed[row.GetString(0)] = new(default, on, row.GetFieldValue<DateTimeOffset>(2), row.GetText(3)) { IsAwaited = on && change > searched?.Change };
            last = Math.Max(last, change);
        }

        return (
            [.. Enum.GetValues<DealWarningKind>().Select(kind => changed.GetValueOrDefault(KeyOf(kind), new(kind, true, null, null)) with { Kind = kind })],
            new(last));
    }

    /// <summary>Notes that all open deals were looked at for what was switched on.</summary>
    public Task StoreSearchAsync(DealWarningSearch known, DateTimeOffset at, CancellationToken cancellationToken) =>
        results.StoreAsync(AnalysisResults.Warnings, at, known, PredictionJson.Default.DealWarningSearch, cancellationToken);

    /// <summary>Switches a kind, and keeps who did it and when.</summary>
    public async Task SetAsync(DealWarningSetting setting, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(setting);
        await using var command = database.CreateCommand(Change);
        command.Parameters.Add(new() { Value = KeyOf(setting.Kind) });
        command.Parameters.Add(new() { Value = setting.On });
        command.Parameters.Add(new() { Value = setting.ChangedAt!.Value });
        command.Parameters.Add(new() { Value = setting.ChangedBy ?? (object)DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>A kind as it is written.</summary>
    public static string KeyOf(DealWarningKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());
}
