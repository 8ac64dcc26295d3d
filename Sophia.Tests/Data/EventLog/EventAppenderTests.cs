using System.Text;
using Npgsql;
using Sophia.Core.Events;
using Sophia.Data.EventLog;

namespace Sophia.Tests.Data.EventLog;

public sealed class EventAppenderTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_redelivery_is_dropped()
    {
        await using var host = await DataHost.StartAsync();

        var first = await AppendAsync(host, Said("1", "a"), Said("2", "a"));
        var again = await AppendAsync(host, Said("1", "a"), Said("2", "b"));

        Assert.Equal(new AppendResult(2, 0), first);
        Assert.Equal(new AppendResult(1, 1), again);
        Assert.Equal(["1 a", "2 a", "2 b"], await LogAsync(host));
    }

    [Fact]
    public async Task Going_there_and_back_again_is_three_entries_at_once_or_one_by_one()
    {
        await using var host = await DataHost.StartAsync();

        await AppendAsync(host, Said("at once", "a"), Said("at once", "b"), Said("at once", "b"), Said("at once", "a"));
        foreach (var text in new[] { "a", "b", "b", "a" })
        {
            await AppendAsync(host, Said("one by one", text));
        }

        Assert.Equal(["at once a", "at once b", "at once a", "one by one a", "one by one b", "one by one a"], await LogAsync(host));
    }

    [Fact]
    public async Task Many_appenders_of_the_same_streams_neither_block_each_other_nor_write_twice()
    {
        await using var host = await DataHost.StartAsync();
        var events = Enumerable.Range(0, 200).Select(static number => Said($"{number}", "a")).ToArray();

        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(worker =>
        {
            var order = events.ToArray();
            new Random(worker).Shuffle(order);
            return AppendAsync(host, order);
        }));

        Assert.Equal(200, results.Sum(static result => result.Appended));
        Assert.Equal(200, (await LogAsync(host)).Count);
    }

    [Fact]
    public async Task Events_cursor_and_checkpoint_are_stored_together()
    {
        await using var host = await DataHost.StartAsync();
        var checkpoint = new LogPosition(7, 9);

        await host.Appender.AppendAsync([Said("1", "a")], new("crm", "deals", "page 2"), new("reader", checkpoint), Cancelled);

        Assert.Equal("page 2", (await host.Get<SyncCursors>().FindAsync("crm", "deals", Cancelled))?.State);
        Assert.Equal(checkpoint, await host.Reader.FindCheckpointAsync("reader", Cancelled));
    }

    [Theory]
    [InlineData("sync_cursor")]
    [InlineData("reader_checkpoint")]
    [InlineData("event_log")]
    public async Task Where_one_of_them_cannot_be_stored_none_is(string broken)
    {
        await using var host = await DataHost.StartAsync();
        await host.ExecuteAsync($"""
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'disk full'; END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON {broken} EXECUTE FUNCTION refuse();
            """);

        await Assert.ThrowsAsync<PostgresException>(() =>
            host.Appender.AppendAsync([Said("1", "a")], new("crm", "deals", "page 2"), new("reader", new(7, 9)), Cancelled));

        Assert.Empty(await LogAsync(host));
        Assert.Empty(await host.RowsAsync("SELECT * FROM event_stream"));
        Assert.Null(await host.Get<SyncCursors>().FindAsync("crm", "deals", Cancelled));
        Assert.Equal(LogPosition.Start, await host.Reader.FindCheckpointAsync("reader", Cancelled));

        await host.ExecuteAsync($"DROP TRIGGER refuse ON {broken}");
        Assert.Equal(new AppendResult(1, 0), await AppendAsync(host, Said("1", "a")));
    }

    private static NewEvent Said(string id, string text) => new()
    {
        Stream = new("crm", "crm.note", id), SourceVersion = null, Payload = Encoding.UTF8.GetBytes($"\"{text}\""),
    };

    private static Task<AppendResult> AppendAsync(DataHost host, params NewEvent[] events) =>
        host.Appender.AppendAsync(events, cursor: null, checkpoint: null, Cancelled);

    private static async Task<IReadOnlyList<string>> LogAsync(DataHost host) =>
        [
            .. (await host.RowsAsync("SELECT external_id || ' ' || trim('\"' FROM convert_from(payload, 'utf8')) FROM event_log ORDER BY transaction_id, position"))
                .Select(static row => row.Trim('(', ')', '"')),
        ];
}
