using Npgsql;
using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>
/// Finds the metrics whose whole stays the same but whose splits and filters move, since they are read straight from the facts: by
/// a seller's name or department, and by the account of a call.
/// </summary>
internal static class MovedMembers
{
    private const string HasCalls = "SELECT EXISTS (SELECT FROM call WHERE account_id = ANY ($1))";

    /// <summary>The metrics whose members <paramref name="batch"/> moves.</summary>
    public static async Task<IEnumerable<MetricDefinition>> FindAsync(NpgsqlConnection connection, FactBatch batch, CancellationToken cancellationToken)
    {
        var sellers = batch.Changes<SystemUser>().Any(static change => change.Before is not { } before || before.Fact.Name != change.After.Fact.Name || before.Fact.Email != change.After.Fact.Email)
            || batch.Changes<Employee>().Any(static change => change.Before is not { } before || Identity(before.Fact) != Identity(change.After.Fact));
        var accounts = batch.Changes<Account>()
            .Where(static change => change.Before is not { } before || (before.Fact.Region, before.Fact.Segment) != (change.After.Fact.Region, change.After.Fact.Segment))
            .Select(static change => change.After.Fact.Key.ExternalId)
            .ToArray();
        var callAccounts = accounts.Length > 0 && await HasCallsAsync(connection, accounts, cancellationToken);
        return MetricCatalog.All.Where(metric =>
            (sellers && metric.Dimensions.Contains(Dimension.Seller))
            || (callAccounts && metric.Families.Contains(FactFamily.Calls) && metric.Dimensions.Contains(Dimension.Region)));
    }

    /// <summary>All that decides which of the people with an address is meant, and what is told of that one.</summary>
    public static (string? Email, string? Department, bool IsRemoved, DateOnly? HiredOn, DateOnly? LeftOn) Identity(Employee employee) =>
        (employee.Email, employee.Department, employee.IsRemoved, employee.HiredOn, employee.LeftOn);

    private static async Task<bool> HasCallsAsync(NpgsqlConnection connection, string[] accounts, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(HasCalls, connection) { Parameters = { new() { Value = accounts } } };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
