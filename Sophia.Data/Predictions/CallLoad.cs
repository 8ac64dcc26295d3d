using Npgsql;

namespace Sophia.Data.Predictions;

/// <summary>Reads how many calls began in each hour.</summary>
/// <param name="database">The database.</param>
public sealed class CallLoad(NpgsqlDataSource database)
{
    // The time before the first call is not known to be quiet.
    private const string First = "SELECT min(started_at) FROM call WHERE NOT is_removed AND started_at < $1";

    // The index on started_at serves both.
    private const string Hours = """
        SELECT date_trunc('hour', started_at, 'UTC'), count(*)::int FROM call
        WHERE NOT is_removed AND started_at >= $1 AND started_at < $2
        GROUP BY 1
        """;

    /// <summary>The number of calls by whole hour, oldest first, from the hour after the first call on; empty where there is none.</summary>
    /// <param name="end">The end of the last hour.</param>
    /// <param name="most">How many hours at most.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<IReadOnlyList<int>> ReadAsync(DateTimeOffset end, int most, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var find = new NpgsqlCommand(First, connection) { Parameters = { new() { Value = end } } };
        if (await find.ExecuteScalarAsync(cancellationToken) is not DateTime first)
        {
            return [];
        }

        // The first hour may have begun before the data.
        var hours = new int[Math.Clamp((int)Math.Floor((end - new DateTimeOffset(first, TimeSpan.Zero)).TotalHours), 0, most)];
        var start = end.AddHours(-hours.Length);
        await using var count = new NpgsqlCommand(Hours, connection) { Parameters = { new() { Value = start }, new() { Value = end } } };
        await using var rows = await count.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            hours[(int)(rows.GetFieldValue<DateTimeOffset>(0) - start).TotalHours] = rows.GetInt32(1);
        }

        return hours;
    }
}
