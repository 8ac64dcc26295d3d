using Npgsql;
using Sophia.Core.Events;
using static Sophia.Tests.Data.SampleFacts;

namespace Sophia.Tests.Data.EventLog;

public sealed class EventReaderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_entry_that_is_committed_late_is_not_skipped()
    {
        await using var host = await DataHost.StartAsync();
        await using var slow = await host.Database.OpenConnectionAsync(Cancelled);
        await using var open = await slow.BeginTransactionAsync(Cancelled);
        await InsertAsync(slow, "early");
        await host.AppendAsync(Account("late", "EMEA"));

        Assert.Empty(await host.Reader.ReadAsync(LogPosition.Start, kind: null, 100, Cancelled));
        await open.CommitAsync(Cancelled);

        Assert.Collection(
            await host.ReadAsync(2),
            static logged => Assert.Equal("early", logged.Stream.ExternalId),
            static logged => Assert.Equal("late", logged.Stream.ExternalId));
    }

    [Fact]
    public async Task An_entry_that_another_transaction_holds_back_is_read_as_soon_as_that_ends()
    {
        await using var host = await DataHost.StartAsync();
        await using var other = await host.Database.OpenConnectionAsync(Cancelled);
        await using var open = await other.BeginTransactionAsync(Cancelled);
        await using var write = new NpgsqlCommand("INSERT INTO sync_cursor VALUES ('a', 'b', 'c')", other);
        await write.ExecuteNonQueryAsync(Cancelled);
        await host.AppendAsync(Account("1", "EMEA"));

        var reading = host.ReadAsync(1);
        await open.RollbackAsync(Cancelled);

        Assert.Single(await reading);
    }

    [Fact]
    public async Task Reading_goes_on_behind_the_last_entry_and_by_kind()
    {
        await using var host = await DataHost.StartAsync();
        await host.AppendAsync([Account("1", "EMEA"), .. Stages, Account("2", "EMEA")]);

        var first = await host.ReadAsync(1, LogPosition.Start, "test.account");
        var rest = await host.ReadAsync(1, first[0].Position, "test.account");

        Assert.Equal("1", Assert.Single(first).Stream.ExternalId);
        Assert.Equal("2", Assert.Single(rest).Stream.ExternalId);
        Assert.Empty(await host.Reader.ReadAsync(rest[0].Position, "test.account", 10, Cancelled));
        Assert.Equal(host.Clock.Now, first[0].RecordedAt);
    }

    private static async Task InsertAsync(NpgsqlConnection connection, string externalId)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO event_log (stream_id, connection, kind, external_id, identity, recorded_at, payload) VALUES (gen_random_uuid(), 'test', 'test.note', $1, gen_random_uuid(), now(), '')",
            connection)
        {
            Parameters = { new() { Value = externalId } },
        };
        await command.ExecuteNonQueryAsync(Cancelled);
    }
}
