using Npgsql;
using Sophia.Core.Metrics;
using Sophia.Data.Projection;

namespace Sophia.Data.Metrics;

/// <summary>Reads how many people are behind figures, over all time: which departments are small must not depend on what is asked.</summary>
internal static class PeopleCounts
{
    /// <summary>The statement that <see cref="ReadAsync"/> reads the result of.</summary>
    public static NpgsqlBatchCommand ToCommand(MetricComponent people) => new($"""
        SELECT member, start, {people.Name} FROM {FamilyRollup.Of(people.Fact.Family).Table}
        WHERE dimension = 'department' AND grain = 'day' AND {people.Name} <> 0
        ORDER BY start
        """);

    /// <summary>The counts, by day: as many as hires, moves and leavers, or as surveys times departments.</summary>
    public static async Task<IReadOnlyList<PeopleCount>> ReadAsync(NpgsqlDataReader rows, CancellationToken cancellationToken)
    {
        var counts = new List<PeopleCount>();
        while (await rows.ReadAsync(cancellationToken))
        {
            counts.Add(new(rows.GetString(0), rows.GetFieldValue<DateOnly>(1), (int)rows.GetDecimal(2)));
        }

        return counts;
    }
}
