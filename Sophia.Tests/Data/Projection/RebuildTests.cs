using Sophia.Data.Projection;

namespace Sophia.Tests.Data.Projection;

public sealed class RebuildTests
{
    private static readonly string[] s_tables =
        [.. FactBatch.Tables, .. FamilyRollup.All.Select(static rollup => rollup.Table), "family_source"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_rebuild_gives_identical_facts_histories_and_rollups(int seed)
    {
        await using var host = await DataHost.StartAsync();
        var random = new Random(seed);
        foreach (var page in RandomHistory.Of(seed, 500).Chunk(15))
        {
            await host.AppendAsync(page);
            host.Clock.Now += TimeSpan.FromTicks(random.Next(100_000_000));
            await host.ProjectAsync(batchSize: random.Next(1, 40));
        }

        var before = await SnapshotAsync(host);
        await host.Get<Projector>().RebuildAsync(TestContext.Current.CancellationToken);

        Assert.Equal(before, await SnapshotAsync(host));
        Assert.All(before, static table => Assert.NotEmpty(table));
    }

    private static async Task<List<string[]>> SnapshotAsync(DataHost host)
    {
        var tables = new List<string[]>();
        foreach (var table in s_tables)
        {
            tables.Add([.. (await host.RowsAsync($"SELECT * FROM {table}")).Order(StringComparer.Ordinal)]);
        }

        return tables;
    }
}
