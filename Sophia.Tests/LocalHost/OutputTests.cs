using Sophia.LocalHost.Output;
using Sophia.LocalHost.Packages;
using Sophia.LocalHost.Processes;

namespace Sophia.Tests.LocalHost;

public sealed class OutputTests
{
    [Fact]
    public void Memory_keeps_the_newest_lines_and_the_file_keeps_more()
    {
        using var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "api.log");
        using var logs = new RunLogs(folder.Path, TimeProvider.System);
        var log = logs.Open("api");

        for (var i = 1; i <= ResourceLog.Capacity + 5; i++)
        {
            log.Append($"line {i}", isError: false);
        }

        var kept = log.Tail(int.MaxValue);
        Assert.Equal((ResourceLog.Capacity, "line 6"), (kept.Count, kept[0].Text));
        Assert.Equal(ResourceLog.Capacity + 5, File.ReadLines(file).Count());
    }

    [Fact]
    public async Task A_flood_without_line_breaks_is_cut_into_pieces()
    {
        List<string> lines = [];

        await LinePump.RunAsync(new StringReader(new string('x', LinePump.LongestLine + 10) + "\nlast\r\n\nend"), lines.Add);

        Assert.Equal([LinePump.LongestLine, 10, 4, 0, 3], lines.Select(line => line.Length));
    }

    [Fact]
    public async Task A_package_that_is_there_is_left_alone()
    {
        Assert.SkipUnless(File.Exists("/etc/debian_version"), "Only Debian and Ubuntu have apt.");
        List<string> progress = [];

        await DebianPackages.EnsureAsync(["dpkg"], progress.Add, TestContext.Current.CancellationToken);

        Assert.Empty(progress);
    }
}
