using Npgsql;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>Finds the facts of a family whose contributions a batch may move: those that changed themselves and those that others tell something of.</summary>
internal sealed class AffectedFacts
{
    private readonly NpgsqlConnection _connection;
    private readonly HashSet<FactKey> _found = [];

    private AffectedFacts(NpgsqlConnection connection) => _connection = connection;

    /// <summary>The facts of <paramref name="family"/>; called before the batch is stored.</summary>
    public static async Task<FactKey[]> FindAsync(
        NpgsqlConnection connection, FactFamily family, FactBatch batch, CancellationToken cancellationToken)
    {
        var affected = new AffectedFacts(connection);
        await (family switch
        {
            FactFamily.Sales => affected.FindDealsAsync(batch, cancellationToken),
            FactFamily.Calls => affected.FindCallsAsync(batch, cancellationToken),
            FactFamily.People => affected.FindEmployeesAsync(batch),
            FactFamily.Surveys => affected.FindAnswersAsync(batch, cancellationToken),
        });
        return [.. affected._found];
    }

    private static IEnumerable<FactKey> KeysOf<TFact>(FactBatch batch, Func<TFact, object>? meaning = null)
        where TFact : Fact =>
        batch.Changes<TFact>()
            .Where(change => meaning is null || change.Before is not { } before || !meaning(before.Fact).Equals(meaning(change.After.Fact)))
            .Select(static change => change.After.Fact.Key);

    private async Task FindDealsAsync(FactBatch batch, CancellationToken cancellationToken)
    {
        const string OfAccounts = """
            SELECT deal.connection, deal.external_id
            FROM deal JOIN unnest($1, $2) AS changed (connection, account_id) USING (connection, account_id)
            """;

        // A changed stage is rare and touches most deals anyway, so this goes through them all.
        const string OfStages = """
            SELECT DISTINCT deal.connection, deal.external_id
            FROM deal JOIN unnest($1, $2) AS changed (connection, stage_id)
                ON deal.connection = changed.connection AND (changed.stage_id = deal.stage_id OR changed.stage_id = ANY (deal.stage_ids))
            """;

        _found.UnionWith(KeysOf<Deal>(batch));
        await AddAsync(OfAccounts, KeysOf<Account>(batch, static account => (account.Region, account.Segment)), cancellationToken);
        await AddAsync(OfStages, KeysOf<DealStage>(batch, static stage => (stage.Label, stage.Probability, stage.IsClosed, stage.IsWon)), cancellationToken);
    }

    private async Task FindCallsAsync(FactBatch batch, CancellationToken cancellationToken)
    {
        const string OfUsers = """
            SELECT call.connection, call.external_id
            FROM call JOIN unnest($1, $2) AS changed (connection, owner_id) USING (connection, owner_id)
            """;

        const string OfEmployees = """
            SELECT call.connection, call.external_id
            FROM system_user
            JOIN call ON call.connection = system_user.connection AND call.owner_id = system_user.external_id
            WHERE system_user.email = ANY ($1)
            """;

        _found.UnionWith(KeysOf<Call>(batch));
        _found.UnionWith(KeysOf<CallTranscript>(batch, static transcript => (transcript.Sentiment, transcript.IsRemoved)));
        await AddAsync(OfUsers, KeysOf<SystemUser>(batch, static user => ValueTuple.Create(user.Email)), cancellationToken);
        await AddAsync(OfEmployees, Emails(batch), cancellationToken);
    }

    private Task FindEmployeesAsync(FactBatch batch)
    {
        _found.UnionWith(KeysOf<Employee>(batch));
        return Task.CompletedTask;
    }

    private async Task FindAnswersAsync(FactBatch batch, CancellationToken cancellationToken)
    {
        const string OfSurveys = """
            SELECT survey_response.connection, survey_response.external_id
            FROM survey_response JOIN unnest($1, $2) AS changed (connection, survey) USING (connection, survey)
            """;

        const string OfEmployees = """
            SELECT survey_response.connection, survey_response.external_id
            FROM survey_response JOIN unnest($1, $2) AS changed (connection, employee_id) USING (connection, employee_id)
            """;

        // The first day of a survey is the day of all its answers.
        var surveys = batch.Changes<SurveyResponse>()
            .SelectMany(static change => change.Before is { } before ? new[] { before.Fact, change.After.Fact } : [change.After.Fact])
            .Select(static answer => new FactKey(answer.Key.Connection, answer.Survey))
            .Distinct();
        _found.UnionWith(KeysOf<SurveyResponse>(batch));
        await AddAsync(OfSurveys, surveys, cancellationToken);
        await AddAsync(OfEmployees, KeysOf<Employee>(batch, static employee => ValueTuple.Create(employee.Department)), cancellationToken);
    }

    private static string[] Emails(FactBatch batch) =>
    [
        .. batch.Changes<Employee>()
            .Where(static change => change.Before is not { } before || MovedMembers.Identity(before.Fact) != MovedMembers.Identity(change.After.Fact))
            .SelectMany(static change => new[] { change.Before?.Fact.Email, change.After.Fact.Email })
            .OfType<string>()
            .Distinct(StringComparer.Ordinal),
    ];

    private async Task AddAsync(string sql, IEnumerable<FactKey> changed, CancellationToken cancellationToken)
    {
        var keys = changed.ToArray();
        if (keys.Length > 0)
        {
            await AddAsync(sql, [Array.ConvertAll(keys, static key => key.Connection), Array.ConvertAll(keys, static key => key.ExternalId)], cancellationToken);
        }
    }

    private async Task AddAsync(string sql, string[] emails, CancellationToken cancellationToken)
    {
        if (emails.Length > 0)
        {
            await AddAsync(sql, [emails], cancellationToken);
        }
    }

    private async Task AddAsync(string sql, string[][] parameters, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, _connection);
        foreach (var parameter in parameters)
        {
            command.Parameters.Add(new() { Value = parameter });
        }

        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            _found.Add(new(rows.GetString(0), rows.GetString(1)));
        }
    }
}
