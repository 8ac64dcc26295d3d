using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Conversations;
using Sophia.Core.Metrics;

namespace Sophia.Data.Conversations;

/// <summary>Which calls.</summary>
/// <param name="Connection">The source.</param>
/// <param name="Range">The days (UTC) on which they began.</param>
/// <param name="Participant">A colleague's user, or a part of anybody's name; null for all.</param>
/// <param name="Type">With whom; null for all.</param>
/// <param name="Direction">unknown, inbound, outbound or conference; null for all.</param>
public sealed record CallFilter(string Connection, DateRange Range, string? Participant, CallType? Type, string? Direction)
{
    /// <summary>The condition on a row of the table <c>call</c>; its parameters are $1 to $6.</summary>
    internal const string Sql = """
        NOT call.is_removed AND call.connection = $1
          AND call.started_at >= $2 AND call.started_at < $3
          AND ($4::text IS NULL OR EXISTS (
              SELECT FROM jsonb_array_elements(call.parties) AS party
              WHERE party ->> 'userId' = $4 OR strpos(lower(party ->> 'name'), lower($4)) > 0))
          AND ($5::text IS NULL OR CASE call.is_internal WHEN true THEN 'internal' WHEN false THEN 'external' ELSE 'unknown' END = $5)
          AND ($6::text IS NULL OR call.direction = $6)
        """;

    /// <summary>Gives a statement with <see cref="Sql"/> its parameters, in order.</summary>
    internal void AddTo(NpgsqlParameterCollection parameters)
    {
        parameters.Add(new() { Value = Connection });
        parameters.Add(new() { Value = StartOf(Range.From), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        parameters.Add(new() { Value = StartOf(Range.To.AddDays(1)), NpgsqlDbType = NpgsqlDbType.TimestampTz });
        parameters.Add(new() { Value = (object?)Participant ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new() { Value = Type is { } type ? NameOf(type) : DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        parameters.Add(new() { Value = (object?)Direction ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
    }

    private static string NameOf(CallType type) => type switch
    {
        CallType.Unknown => "unknown",
        CallType.External => "external",
        CallType.Internal => "internal",
    };

    private static DateTimeOffset StartOf(DateOnly day) => new(day, TimeOnly.MinValue, TimeSpan.Zero);
}
