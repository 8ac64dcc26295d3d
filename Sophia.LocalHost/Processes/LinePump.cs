namespace Sophia.LocalHost.Processes;

/// <summary>Cuts a stream of text into lines of bounded length.</summary>
internal static class LinePump
{
    // A program that writes without line breaks must not fill the host's memory.
    public const int LongestLine = 16 * 1024;

    public static async Task RunAsync(TextReader reader, Action<string> onLine)
    {
        var buffer = new char[LongestLine];
        var filled = 0;
        while (await reader.ReadAsync(buffer.AsMemory(filled)) is > 0 and var read)
        {
            filled += read;
            var start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf('\n') is >= 0 and var length)
            {
                onLine(new string(buffer.AsSpan(start, length).TrimEnd('\r')));
                start += length + 1;
            }

            if (start == 0 && filled == buffer.Length)
            {
                onLine(new string(buffer));
                start = filled;
            }

            buffer.AsSpan(start, filled - start).CopyTo(buffer);
            filled -= start;
        }

        if (filled > 0)
        {
            onLine(new string(buffer, 0, filled));
        }
    }
}
