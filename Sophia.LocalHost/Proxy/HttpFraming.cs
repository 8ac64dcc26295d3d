using System.Buffers.Text;
using System.Globalization;
using System.Text;

namespace Sophia.LocalHost.Proxy;

/// <summary>
/// Follows the bytes of one direction of an HTTP/1.1 connection just far enough to know where each message ends
/// (RFC 9112, section 6).
/// </summary>
/// <param name="isAnswer">Whether the messages are answers.</param>
internal sealed class HttpFraming(bool isAnswer)
{
    // Kestrel takes 32 KB of headers; whatever has more is not followed.
    private const int LongestHead = 32 * 1024;

    private Part _part;
    private byte[] _head = [];
    private int _headLength;
    private long _remaining;
    private int _lineLength;

    private enum Part
    {
        Head,
        Body,
        ChunkSize,
        ChunkExtension,
        Chunk,
        ChunkEnd,
        Trailer,
        Ended,
        Unknown,
    }

    /// <summary>Whether the message has ended.</summary>
    public bool HasEnded => _part == Part.Ended;

    /// <summary>Whether its end cannot be told: it lasts as long as the connection, or is no HTTP/1.1.</summary>
    public bool IsUnknown => _part == Part.Unknown;

    /// <summary>The request's method once its head is complete; else null.</summary>
    public string? Method { get; private set; }

    /// <summary>Whether the connection is to end with it.</summary>
    public bool IsLast { get; private set; }

    /// <summary>Whether the answer has no body whatever its head says, because HEAD was asked.</summary>
    public bool IsWithoutBody { get; set; }

    /// <summary>Gets ready for the next message.</summary>
    public void Reset()
    {
        (_part, _head, _headLength, Method, IsLast, IsWithoutBody) = (Part.Head, [], 0, null, false, false);
    }

    /// <summary>Follows bytes up to the message's end.</summary>
    /// <returns>How many bytes belong to the message.</returns>
    public int Read(ReadOnlySpan<byte> bytes)
    {
        var read = 0;
        while (read < bytes.Length && _part is not (Part.Ended or Part.Unknown))
        {
            read += _part switch
            {
                Part.Head => ReadHead(bytes[read..]),
                Part.Body or Part.Chunk => Skip(bytes.Length - read),
                Part.ChunkSize or Part.ChunkExtension => ReadChunkSize(bytes[read]),
                Part.ChunkEnd => ReadChunkEnd(bytes[read]),
                Part.Trailer => ReadTrailer(bytes[read]),
                Part.Ended or Part.Unknown => 0,
            };
        }

        return read;
    }

    private int ReadHead(ReadOnlySpan<byte> bytes)
    {
        var taken = Math.Min(bytes.Length, LongestHead - _headLength);
        if (_head.Length < _headLength + taken)
        {
            Array.Resize(ref _head, _headLength + taken);
        }

        bytes[..taken].CopyTo(_head.AsSpan(_headLength));
        // The end may lie across two pieces.
        var from = Math.Max(0, _headLength - 3);
        var end = _head.AsSpan(from, _headLength + taken - from).IndexOf("\r\n\r\n"u8);
        if (end < 0)
        {
            _headLength += taken;
            if (_headLength == LongestHead || !char.IsAsciiLetterUpper((char)_head[0]))
            {
                GiveUp();
            }

            return taken;
        }

        var length = from + end + 4;
        var read = length - _headLength;
        Judge(Encoding.Latin1.GetString(_head, 0, length));
        (_head, _headLength) = ([], 0);
        return read;
    }

    private void Judge(string head)
    {
        var lines = head.Split("\r\n");
        var words = lines[0].Split(' ');
        if (words.Length < 2 || (isAnswer ? words[0] : words[^1]) != "HTTP/1.1")
        {
            GiveUp();
            return;
        }

        var status = 0;
        if (isAnswer && !int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out status))
        {
            GiveUp();
            return;
        }

        Method = isAnswer ? null : words[0];
        var (length, isChunked) = BodyOf(lines);
        _part = (status, length, isChunked) switch
        {
            // From here on both sides speak another protocol.
            (101, _, _) => Part.Unknown,
            // More is to come; what was said so far is not the answer.
            (>= 100 and < 200, _, _) => Part.Head,
            (204 or 304, _, _) => Part.Ended,
            _ when isAnswer && IsWithoutBody => Part.Ended,
            (_, _, true) => Part.ChunkSize,
            (_, 0, _) => Part.Ended,
            (_, > 0, _) => Part.Body,
            _ => isAnswer || Method == "CONNECT" ? Part.Unknown : Part.Ended,
        };
        _remaining = _part == Part.Body ? length!.Value : 0;
    }

    private (long? Length, bool IsChunked) BodyOf(string[] lines)
    {
        long? length = null;
        var isChunked = false;
        foreach (var line in lines.Skip(1))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
            {
                continue;
            }

            var name = line.AsSpan(0, colon);
            var value = line.AsSpan(colon + 1).Trim();
            if (name.Equals("Content-Length", StringComparison.OrdinalIgnoreCase) && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes))
            {
                length = bytes;
            }
            else if (name.Equals("Transfer-Encoding", StringComparison.OrdinalIgnoreCase))
            {
                isChunked = value.EndsWith("chunked", StringComparison.OrdinalIgnoreCase);
            }
            else if (name.Equals("Connection", StringComparison.OrdinalIgnoreCase))
            {
                IsLast = value.Contains("close", StringComparison.OrdinalIgnoreCase);
            }
        }

        return (length, isChunked);
    }

    private int Skip(int available)
    {
        var skipped = (int)Math.Min(available, _remaining);
        _remaining -= skipped;
        if (_remaining == 0)
        {
            _part = _part == Part.Body ? Part.Ended : Part.ChunkEnd;
        }

        return skipped;
    }

    private int ReadChunkSize(byte next)
    {
        if (next == '\n')
        {
            (_part, _lineLength) = (_remaining == 0 ? Part.Trailer : Part.Chunk, 0);
        }
        else if (_part == Part.ChunkSize && next != '\r')
        {
            if (Utf8Parser.TryParse([next], out byte digit, out _, 'x') && _remaining <= int.MaxValue)
            {
                _remaining = _remaining * 16 + digit;
            }
            else
            {
                _part = next is (byte)';' or (byte)' ' ? Part.ChunkExtension : Part.Unknown;
            }
        }

        return 1;
    }

    private int ReadChunkEnd(byte next)
    {
        if (next == '\n')
        {
            _part = Part.ChunkSize;
        }

        return 1;
    }

    // Lines until an empty one.
    private int ReadTrailer(byte next)
    {
        if (next == '\n')
        {
            _part = _lineLength == 0 ? Part.Ended : Part.Trailer;
            _lineLength = 0;
        }
        else if (next != '\r')
        {
            _lineLength++;
        }

        return 1;
    }

    private void GiveUp() => (_part, _head, _headLength) = (Part.Unknown, [], 0);
}
