using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>Which warnings of deals are switched on. All are looked for, so that one that is switched on is there at once.</summary>
/// <param name="database">The database.</param>
public sealed class DealWarningSettings(NpgsqlDataSource database)
{
    private const string Newest = "SELECT DISTINCT ON (kind) kind, is_on, changed_at, changed_by FROM deal_warning_change ORDER BY kind, id DESC";

    private const string Change = "INSERT INTO deal_warning_change (kind, is_on, changed_at, changed_by) VALUES ($1, $2, $3, $4)";

    /// <summary>All kinds, in the order in which they are declared.</summary>
    public async Task<IReadOnlyList<DealWarningSetting>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Newest);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        Dictionary<string, DealWarningSetting> changed = new(StringComparer.Ordinal);
        while (await row.ReadAsync(cancellationToken))
        {
            changed[row.GetString(0)] = new(default, row.GetBoolean(1), row.GetFieldValue<DateTimeOffset>(2), row.GetText(3));
        }

        return [.. Enum.GetValues<DealWarningKind>().Select(kind => changed.GetValueOrDefault(KeyOf(kind), new(kind, true, null, null)) with { Kind = kind })];
    }

    /// <summary>The kinds that are switched on.</summary>
    public async Task<IReadOnlySet<DealWarningKind>> ReadOnAsync(CancellationToken cancellationToken) =>
        (await ReadAsync(cancellationToken)).Where(static one => one.On).Select(static one => one.Kind).ToHashSet();

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
