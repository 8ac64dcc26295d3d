using Npgsql;
using Sophia.Core.Analytics.Churn.Customers;

namespace Sophia.Data.Predictions;

/// <summary>What happened between us and our accounts.</summary>
/// <param name="database">The database.</param>
/// <param name="sales">The deals.</param>
public sealed class CustomerFacts(NpgsqlDataSource database, SalesFacts sales)
{
    // Recorders of calls name accounts as the CRM does, and only one CRM is connected: the connection does not take part.
    private const string Calls = """
        SELECT call.account_id, call.started_at, transcript.sentiment::float8
        FROM call
        LEFT JOIN call_transcript AS transcript
            ON transcript.connection = call.connection AND transcript.external_id = call.external_id AND NOT transcript.is_removed
        WHERE NOT call.is_removed AND call.is_internal IS NOT TRUE AND call.account_id IS NOT NULL
        """;

    private const string AnyCall = "SELECT EXISTS (SELECT FROM call)";

    /// <summary>Every account with its deals and calls up to <paramref name="asOf"/>, and whether any system tells of calls.</summary>
    public async Task<(IReadOnlyList<CustomerCourse> Customers, bool CallsAreKnown)> ReadAsync(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        var history = await sales.ReadHistoryAsync(asOf, cancellationToken);
        var calls = await ReadCallsAsync(asOf, cancellationToken);
        await using var any = database.CreateCommand(AnyCall);
        var known = (bool)(await any.ExecuteScalarAsync(cancellationToken))!;
        return (
            [
                .. history.Courses
                    .Where(static course => course.Account is not null)
                    .GroupBy(static course => course.Account!.Key)
                    .Select(account => new CustomerCourse(account.First().Account!, [.. account], [.. calls[account.Key.ExternalId]], asOf)),
            ],
            known);
    }

    private async Task<ILookup<string, CustomerCall>> ReadCallsAsync(DateTimeOffset asOf, CancellationToken cancellationToken)
    {
        List<(string Account, CustomerCall Call)> read = [];
        await using var command = database.CreateCommand(Calls);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            read.Add((row.GetString(0), new(row.GetFieldValue<DateTimeOffset>(1), row.GetFieldValue<double?>(2))));
        }

        return read.Where(call => call.Call.At <= asOf).ToLookup(static call => call.Account, static call => call.Call, StringComparer.Ordinal);
    }
}
