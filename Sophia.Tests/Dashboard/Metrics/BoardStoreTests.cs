using Sophia.Dashboard.Metrics;

namespace Sophia.Tests.Dashboard.Metrics;

public sealed class BoardStoreTests : IDisposable
{
    private static readonly ChartDefinition s_chart = new()
    {
        Resource = "api", Meter = "Microsoft.AspNetCore.Hosting", Instrument = "http.server.request.duration", Measure = MetricMeasure.P99,
        GroupBy = ["http.route"], Filters = ["http.request.method=GET"],
    };

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("boards");

    [Fact]
    public void A_board_is_there_again_after_a_restart_with_all_its_charts()
    {
        var saved = new BoardStore(_folder.FullName).Save(new("", "Requests", [s_chart]));

        var found = new BoardStore(_folder.FullName).Find(saved.Id);

        Assert.Equal("Requests", found?.Name);
        Assert.Equivalent(s_chart, Assert.Single(found!.Charts), strict: true);
    }

    [Fact]
    public void Saving_with_the_same_id_replaces_and_removing_removes()
    {
        var boards = new BoardStore(_folder.FullName);
        var first = boards.Save(new("", "First", []));

        boards.Save(first with { Name = "Second" });

        Assert.Equal("Second", Assert.Single(boards.All()).Name);
        Assert.True(boards.Remove(first.Id));
        Assert.Empty(boards.All());
    }

    [Fact]
    public void A_board_without_a_name_or_with_too_many_charts_is_refused_and_changes_nothing()
    {
        var boards = new BoardStore(folder: null);

        Assert.Throws<InvalidOperationException>(() => boards.Save(new("", " ", [])));
        Assert.Throws<InvalidOperationException>(() => boards.Save(new("", "Too many", [.. Enumerable.Repeat(s_chart, 41)])));
        Assert.Empty(boards.All());
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
