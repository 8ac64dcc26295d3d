using Sophia.Dashboard.ConsoleLogs;

namespace Sophia.Tests.Dashboard.ConsoleLogs;

public sealed class ConsoleBufferTests
{
    private static readonly DateTimeOffset s_noon = new(2026, 11, 25, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_stream_that_is_opened_anew_repeats_nothing()
    {
        var buffer = new ConsoleBuffer(capacity: 100);

        buffer.Add([Line("api", 1, 0), Line("api", 2, 1)]);
        buffer.Add([Line("api", 1, 0), Line("api", 2, 1), Line("api", 3, 2)]);

        Assert.Equal(["api 1", "api 2", "api 3"], Read(buffer));
    }

    [Fact]
    public void Lines_that_were_dropped_leave_a_gap_that_says_how_many()
    {
        var buffer = new ConsoleBuffer(capacity: 100);

        buffer.Add([Line("api", 1, 0), Line("api", 59, 1)]);

        Assert.Equal(["api 1", "api: 57 missing", "api 59"], Read(buffer));
    }

    [Fact]
    public void A_chatty_resource_does_not_push_out_the_lines_of_a_quiet_one()
    {
        var buffer = new ConsoleBuffer(capacity: 10);

        buffer.Add([Line("quiet", 1, 0)]);
        buffer.Add(Enumerable.Range(1, 50).Select(number => Line("chatty", number, number)));

        var kept = Read(buffer);
        Assert.Equal("quiet 1", kept[0]);
        Assert.Equal("chatty 41", kept[1]);
        Assert.Equal("chatty 50", kept[^1]);
        Assert.Equal(11, kept.Count);
    }

    [Theory]
    [InlineData("DEALS", false, true)]
    [InlineData("orders", false, false)]
    [InlineData(null, true, false)]
    public void A_filter_reads_past_colours_and_case(string? text, bool errorsOnly, bool matches) =>
        Assert.Equal(matches, new ConsoleEntry(new(1, 1, "api", s_noon, IsError: false, "\u001b[32m100 de\u001b[0mals")).Matches(text, errorsOnly));

    private static ConsoleLine Line(string resource, long number, int second) =>
        new(second, number, resource, s_noon.AddSeconds(second), IsError: false, $"{resource} {number}");

    private static IReadOnlyList<string> Read(ConsoleBuffer buffer) =>
        [.. buffer.Entries.Select(static entry => entry.Missing > 0 ? $"{entry.Line.Resource}: {entry.Missing} missing" : entry.Line.Text)];
}
