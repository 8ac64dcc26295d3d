using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;

namespace Sophia.Data.Alerts;

/// <summary>Keeps the rules by which metrics are watched. A change wakes the worker that watches.</summary>
/// <param name="database">The database.</param>
public sealed class MetricRuleStore(NpgsqlDataSource database)
{
    /// <summary>How many rules there can be: each is looked at in every round.</summary>
    public const int Most = 200;

    private const string Columns = """
        id, version, name, metric, dimension, member, period, condition, threshold, margin, compare, severity,
        pending_minutes, recovering_minutes, recommended_action, enabled, changed_at
        """;

    private const string Insert = $"""
        WITH stored AS (
            INSERT INTO metric_rule ({Columns})
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17
            WHERE (SELECT count(*) FROM metric_rule) < $18
            RETURNING id)
        SELECT pg_notify($19, '') FROM stored
        """;

    private const string Update = $"""
        WITH stored AS (
            UPDATE metric_rule SET ({Columns}) = ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
            WHERE id = $1 AND version = $2 - 1
            RETURNING id)
        SELECT pg_notify($18, '') FROM stored
        """;

    private const string Delete = """
        WITH deleted AS (DELETE FROM metric_rule WHERE id = $1 RETURNING id)
        SELECT pg_notify($2, '') FROM deleted
        """;

    private const string Find = $"SELECT {Columns} FROM metric_rule WHERE id = $1";

    private const string List = $"""
        SELECT {Columns} FROM metric_rule
        WHERE ($1::uuid IS NULL OR id > $1) AND ($2::text IS NULL OR metric = $2) AND ($3::boolean IS NULL OR enabled = $3)
        ORDER BY id LIMIT $4
        """;

    /// <summary>Stores a new rule.</summary>
    /// <returns>Whether there was room for it.</returns>
    public async Task<bool> AddAsync(MetricRule rule, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Insert);
        AddColumns(command, rule);
        command.Parameters.Add(new() { Value = Most });
        command.Parameters.Add(new() { Value = AlertChannels.Work });
        return await AnyAsync(command, cancellationToken);
    }

    /// <summary>Replaces the rule whose version is one less.</summary>
    /// <returns>False where that is not the rule's version (any more).</returns>
    public async Task<bool> ReplaceAsync(MetricRule rule, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Update);
        AddColumns(command, rule);
        command.Parameters.Add(new() { Value = AlertChannels.Work });
        return await AnyAsync(command, cancellationToken);
    }

    /// <summary>Deletes a rule; its alerts are over.</summary>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Delete);
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = AlertChannels.Work });
        return await AnyAsync(command, cancellationToken);
    }

    /// <summary>The rule, or null where there is none.</summary>
    public async Task<MetricRule?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Find);
        command.Parameters.Add(new() { Value = id });
        return (await ReadAsync(command, cancellationToken)).SingleOrDefault();
    }

    /// <summary>The rules, the oldest first.</summary>
    /// <param name="after">The rule behind which to begin, or null.</param>
    /// <param name="metric">Only those of this metric, or null.</param>
    /// <param name="enabled">Only those that are watched or are not, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<MetricRule>> ReadAsync(Guid? after, string? metric, bool? enabled, int limit, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(NullableParameter.Of(after, NpgsqlDbType.Uuid));
        command.Parameters.Add(NullableParameter.Of(metric, NpgsqlDbType.Text));
        command.Parameters.Add(NullableParameter.Of(enabled, NpgsqlDbType.Boolean));
        command.Parameters.Add(new() { Value = limit });
        return await ReadAsync(command, cancellationToken);
    }

    private static void AddColumns(NpgsqlCommand command, MetricRule rule)
    {
        command.Parameters.Add(new() { Value = rule.Id });
        command.Parameters.Add(new() { Value = rule.Version });
        command.Parameters.Add(new() { Value = rule.Name });
        command.Parameters.Add(new() { Value = rule.Metric });
        command.Parameters.Add(NullableParameter.Of(rule.Dimension?.ToString(), NpgsqlDbType.Text));
        command.Parameters.Add(NullableParameter.Of(rule.Member, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = rule.Period.ToString() });
        command.Parameters.Add(new() { Value = rule.Condition.ToString() });
        command.Parameters.Add(NullableParameter.Of(rule.Threshold, NpgsqlDbType.Numeric));
        command.Parameters.Add(new() { Value = rule.Margin });
        command.Parameters.Add(new() { Value = rule.Compare.ToString() });
        command.Parameters.Add(new() { Value = rule.Severity.ToString() });
        command.Parameters.Add(new() { Value = rule.PendingMinutes });
        command.Parameters.Add(new() { Value = rule.RecoveringMinutes });
        command.Parameters.Add(NullableParameter.Of(rule.RecommendedAction, NpgsqlDbType.Text));
        command.Parameters.Add(new() { Value = rule.Enabled });
        command.Parameters.Add(new() { Value = rule.ChangedAt.ToUniversalTime() });
    }

    private static async Task<bool> AnyAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        return await rows.ReadAsync(cancellationToken);
    }

    private static async Task<IReadOnlyList<MetricRule>> ReadAsync(NpgsqlCommand command, CancellationToken cancellationToken)
    {
        var rules = new List<MetricRule>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            rules.Add(new()
            {
                Id = rows.GetGuid(0),
                Version = rows.GetInt32(1),
                Name = rows.GetString(2),
                Metric = rows.GetString(3),
                Dimension = rows.GetText(4) is { } dimension ? Enum.Parse<Dimension>(dimension) : null,
                Member = rows.GetText(5),
                Period = Enum.Parse<RulePeriod>(rows.GetString(6)),
                Condition = Enum.Parse<RuleCondition>(rows.GetString(7)),
                Threshold = rows.GetFieldValue<decimal?>(8),
                Margin = rows.GetDecimal(9),
                Compare = Enum.Parse<Comparison>(rows.GetString(10)),
                Severity = Enum.Parse<AlertSeverity>(rows.GetString(11)),
                PendingMinutes = rows.GetInt32(12),
                RecoveringMinutes = rows.GetInt32(13),
                RecommendedAction = rows.GetText(14),
                Enabled = rows.GetBoolean(15),
                ChangedAt = rows.GetFieldValue<DateTimeOffset>(16),
            });
        }

        return rules;
    }
}
