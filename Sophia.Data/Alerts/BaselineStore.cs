using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Detection;

namespace Sophia.Data.Alerts;

/// <summary>Reads the judged days of metrics; <see cref="AlertLedger"/> stores them with the alerts that they bring about.</summary>
/// <param name="database">The database.</param>
public sealed class BaselineStore(NpgsqlDataSource database)
{
    private const string Last = "SELECT metric, max(day) FROM metric_baseline GROUP BY metric";

    private const string List = """
        SELECT metric, day, value, state, score, kind, lower, centre, upper, detector FROM metric_baseline
        WHERE metric = $1 AND ($2::date IS NULL OR day < $2)
        ORDER BY day DESC LIMIT $3
        """;

    private const string Insert = """
        INSERT INTO metric_baseline (metric, day, value, state, score, kind, lower, centre, upper, detector)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        ON CONFLICT (metric, day) DO NOTHING
        """;

    private const string State = "SELECT detector, last_day, numbers FROM metric_detector WHERE metric = $1";

    // A process that lost its lease for a while may be behind.
    private const string SaveState = """
        INSERT INTO metric_detector AS held (metric, detector, last_day, numbers) VALUES ($1, $2, $3, $4)
        ON CONFLICT (metric) DO UPDATE SET detector = excluded.detector, last_day = excluded.last_day, numbers = excluded.numbers
        WHERE excluded.last_day >= held.last_day OR excluded.detector <> held.detector
        """;

    /// <summary>What was learnt of a metric; null where nothing is stored.</summary>
    public async Task<BaselineState?> FindStateAsync(string metric, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(State);
        command.Parameters.Add(new() { Value = metric });
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        return await row.ReadAsync(cancellationToken)
            ? new(metric, row.GetString(0), row.GetFieldValue<DateOnly>(1), row.GetFieldValue<double[]>(2))
            : null;
    }

    /// <summary>The last judged day of each metric.</summary>
    public async Task<IReadOnlyDictionary<string, DateOnly>> ReadLastDaysAsync(CancellationToken cancellationToken)
    {
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        await using var command = database.CreateCommand(Last);
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            days[rows.GetString(0)] = rows.GetFieldValue<DateOnly>(1);
        }

        return days;
    }

    /// <summary>A metric's judged days, the newest first.</summary>
    /// <param name="metric">The metric's key.</param>
    /// <param name="before">The day behind which to begin, or null.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<BaselineDay>> ReadAsync(string metric, DateOnly? before, int limit, CancellationToken cancellationToken)
    {
        var days = new List<BaselineDay>();
        await using var command = database.CreateCommand(List);
        command.Parameters.Add(new() { Value = metric });
        command.Parameters.Add(NullableParameter.Of(before, NpgsqlDbType.Date));
        command.Parameters.Add(new() { Value = limit });
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            days.Add(new()
            {
                Metric = rows.GetString(0),
                Day = rows.GetFieldValue<DateOnly>(1),
                Value = rows.GetFieldValue<decimal?>(2),
                State = Enum.Parse<AnomalyState>(rows.GetString(3)),
                Score = rows.GetDouble(4),
                Kind = rows.GetText(5) is { } kind ? Enum.Parse<AnomalyKind>(kind) : null,
                Expected = rows.IsDBNull(7) ? null : new(rows.GetDecimal(6), rows.GetDecimal(7), rows.GetDecimal(8)),
                Detector = rows.GetString(9),
            });
        }

        return days;
    }

    internal static NpgsqlBatchCommand ToCommand(BaselineState state) => new(SaveState)
    {
        Parameters =
        {
            new() { Value = state.Metric },
            new() { Value = state.Detector },
            new() { Value = state.LastDay },
            new() { Value = state.Numbers },
        },
    };

    internal static NpgsqlBatchCommand ToCommand(BaselineDay day) => new(Insert)
    {
        Parameters =
        {
            new() { Value = day.Metric },
            new() { Value = day.Day },
            NullableParameter.Of(day.Value, NpgsqlDbType.Numeric),
            new() { Value = day.State.ToString() },
            new() { Value = day.Score },
            NullableParameter.Of(day.Kind?.ToString(), NpgsqlDbType.Text),
            NullableParameter.Of(day.Expected?.Lower, NpgsqlDbType.Numeric),
            NullableParameter.Of(day.Expected?.Centre, NpgsqlDbType.Numeric),
            NullableParameter.Of(day.Expected?.Upper, NpgsqlDbType.Numeric),
            new() { Value = day.Detector },
        },
    };
}
