using Sophia.Dashboard.ConsoleLogs;

namespace Sophia.Tests.Dashboard.ConsoleLogs;

public sealed class AnsiTextTests
{
    [Fact]
    public void Colour_codes_become_looks_and_vanish_from_the_text()
    {
        AnsiSpan[] expected = [new("info", "ansi-2"), new(": started ", ""), new("at last", "ansi-12 ansi-bold"), new("!", "")];

        Assert.Equal(expected, AnsiText.Parse("\u001b[32minfo\u001b[39m: started \u001b[1;94mat last\u001b[0m!"));
    }

    [Theory]
    [InlineData("\u001b[38;2;220;20;10mred\u001b[0m", "ansi-1")]
    [InlineData("\u001b[38;5;46mgreen\u001b[0m", "ansi-2")]
    [InlineData("\u001b[48;5;3mground\u001b[0m", "ansi-on-3")]
    public void Colours_beyond_the_sixteen_become_the_nearest_that_can_be_read(string line, string style) =>
        Assert.Equal(style, Assert.Single(AnsiText.Parse(line)).Style);

    [Theory]
    [InlineData("\u001b]0;title\u0007text", "text")]
    [InlineData("\u001b]8;;http://example.org\u001b\\link\u001b]8;;\u001b\\", "link")]
    [InlineData("\u001b[2Jcleared\u001b[3;4H", "cleared")]
    [InlineData("cut off \u001b[3", "cut off ")]
    [InlineData("a\tb\rc\0", "a    bc")]
    public void Whatever_else_a_terminal_would_obey_is_left_out(string line, string text) => Assert.Equal(text, AnsiText.Strip(line));
}
