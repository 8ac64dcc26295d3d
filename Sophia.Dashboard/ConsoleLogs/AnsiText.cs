using System.Globalization;
using System.Text;

namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>
/// Reads the colour codes of terminals (ECMA-48 "select graphic rendition": <c>ESC [ 1 ; 31 m</c>). Other sequences and control
/// characters are left out, so that a line can do nothing but be read.
/// </summary>
public static class AnsiText
{
    private const char Escape = '\u001b';

    /// <summary>The line in stretches of one look each.</summary>
    public static IReadOnlyList<AnsiSpan> Parse(string line)
    {
        if (!HasControls(line))
        {
            return [new(line, "")];
        }

        var spans = new List<AnsiSpan>();
        var look = new AnsiLook();
        var text = new StringBuilder();
        void Flush()
        {
            if (text.Length > 0)
            {
                spans.Add(new(text.ToString(), look.Style));
                text.Clear();
            }
        }

        for (var at = 0; at < line.Length; at++)
        {
            switch (line[at])
            {
                case Escape when at + 1 < line.Length && line[at + 1] == '[':
                    var end = at + 2;
                    while (end < line.Length && line[end] is < '@' or > '~')
                    {
                        end++;
                    }

                    if (end < line.Length && line[end] == 'm')
                    {
                        Flush();
                        look.Apply(line.AsSpan(at + 2, end - at - 2));
                    }

                    at = end;
                    break;
                case Escape when at + 1 < line.Length && line[at + 1] == ']':
                    at = EndOfCommand(line, at + 2);
                    break;
                case '\t':
                    text.Append("    ");
                    break;
                case < ' ':
                    break;
                case var character:
                    text.Append(character);
                    break;
            }
        }

        Flush();
        return spans;
    }

    /// <summary>The line without any codes, for filters and files.</summary>
    public static string Strip(string line) => HasControls(line) ? string.Concat(Parse(line).Select(static span => span.Text)) : line;

    private static bool HasControls(string line) => line.AsSpan().ContainsAnyInRange('\0', '\u001f');

    /// <summary>Operating system commands (titles, links) end with a bell or with <c>ESC \</c>.</summary>
    private static int EndOfCommand(string line, int from)
    {
        for (var at = from; at < line.Length; at++)
        {
            if (line[at] == '\a')
            {
                return at;
            }

            if (line[at] == Escape && at + 1 < line.Length && line[at + 1] == '\\')
            {
                return at + 1;
            }
        }

        return line.Length;
    }

    private sealed class AnsiLook
    {
        private int? _colour;
        private int? _ground;
        private bool _bold;
        private bool _dim;
        private bool _italic;
        private bool _underlined;

        public string Style => string.Join(' ', new[]
        {
            _colour is { } colour ? $"ansi-{colour.ToString(CultureInfo.InvariantCulture)}" : null,
            _ground is { } ground ? $"ansi-on-{ground.ToString(CultureInfo.InvariantCulture)}" : null,
            _bold ? "ansi-bold" : null,
            _dim ? "ansi-dim" : null,
            _italic ? "ansi-italic" : null,
            _underlined ? "ansi-underlined" : null,
        }.OfType<string>());

        public void Apply(ReadOnlySpan<char> codes)
        {
            var numbers = new List<int>();
            foreach (var range in codes.Split(';'))
            {
                numbers.Add(int.TryParse(codes[range], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0);
            }

            for (var at = 0; at < numbers.Count; at++)
            {
                switch (numbers[at])
                {
                    case 0:
                        (_colour, _ground, _bold, _dim, _italic, _underlined) = (null, null, false, false, false, false);
                        break;
                    case 1:
                        _bold = true;
                        break;
                    case 2:
                        _dim = true;
                        break;
                    case 3:
                        _italic = true;
                        break;
                    case 4:
                        _underlined = true;
                        break;
                    case 22:
                        (_bold, _dim) = (false, false);
                        break;
                    case 23:
                        _italic = false;
                        break;
                    case 24:
                        _underlined = false;
                        break;
                    case >= 30 and <= 37:
                        _colour = numbers[at] - 30;
                        break;
                    case >= 90 and <= 97:
                        _colour = numbers[at] - 90 + 8;
                        break;
                    case 39:
                        _colour = null;
                        break;
                    case >= 40 and <= 47:
                        _ground = numbers[at] - 40;
                        break;
                    case >= 100 and <= 107:
                        _ground = numbers[at] - 100 + 8;
                        break;
                    case 49:
                        _ground = null;
                        break;
                    case 38:
                        at = Extended(numbers, at, ref _colour);
                        break;
                    case 48:
                        at = Extended(numbers, at, ref _ground);
                        break;
                    default:
                        break;
                }
            }
        }

        /// <summary>The 256 colours and true colours become the nearest of the theme's 16, which can be read on its ground.</summary>
        private static int Extended(List<int> numbers, int at, ref int? colour)
        {
            if (at + 2 < numbers.Count && numbers[at + 1] == 5)
            {
                colour = numbers[at + 2] switch
                {
                    < 16 => numbers[at + 2],
                    < 232 => Nearest((numbers[at + 2] - 16) / 36 * 51, (numbers[at + 2] - 16) / 6 % 6 * 51, (numbers[at + 2] - 16) % 6 * 51),
                    < 244 => 8,
                    _ => 7,
                };
                return at + 2;
            }

            if (at + 4 < numbers.Count && numbers[at + 1] == 2)
            {
                colour = Nearest(numbers[at + 2], numbers[at + 3], numbers[at + 4]);
                return at + 4;
            }

            return numbers.Count;
        }

        /// <summary>One bit for each primary colour that is at least half as strong as the strongest: 1 red, 2 green, 4 blue.</summary>
        private static int Nearest(int red, int green, int blue)
        {
            var half = Math.Max(1, Math.Max(red, Math.Max(green, blue)) / 2);
            return (red > half ? 1 : 0) + (green > half ? 2 : 0) + (blue > half ? 4 : 0);
        }
    }
}
