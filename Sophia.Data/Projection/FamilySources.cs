using Npgsql;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>Remembers which connections tell facts of which family.</summary>
internal static class FamilySources
{
    private const string Store = "INSERT INTO family_source (family, connection) SELECT * FROM unnest($1, $2) ON CONFLICT DO NOTHING";

    /// <summary>Stores the connections that <paramref name="mapped"/> come from.</summary>
    public static async Task StoreAsync(NpgsqlConnection connection, IEnumerable<MappedFact> mapped, CancellationToken cancellationToken)
    {
        var sources = mapped
            .Select(static entry => (Family: FamilyOf(entry.Fact), entry.Fact.Key.Connection))
            .Where(static source => source.Family is not null)
            .Distinct()
            .ToArray();
        if (sources.Length == 0)
        {
            return;
        }

        await using var command = new NpgsqlCommand(Store, connection);
        command.Parameters.Add(new() { Value = Array.ConvertAll(sources, static source => FamilyRollup.NameOf(source.Family!.Value)) });
        command.Parameters.Add(new() { Value = Array.ConvertAll(sources, static source => source.Connection) });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    // Accounts of colleagues are in every system and belong to no family.
    private static FactFamily? FamilyOf(Fact fact) => fact switch
    {
        Deal or DealStage or Account => FactFamily.Sales,
        Call or CallTranscript => FactFamily.Calls,
        Employee => FactFamily.People,
        SurveyResponse => FactFamily.Surveys,
        _ => null,
    };
}
