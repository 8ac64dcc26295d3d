using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;
using CsvHelper.Configuration;

namespace Sophia.Integrations.Imports;

/// <summary>Reads a file of separated values as it streams in; a record at a time is in memory.</summary>
public sealed class CsvFile : IDisposable
{
    /// <summary>The most records of a file.</summary>
    public const int MostRows = 200_000;

    // Enough to tell encoding and separator by.
    private const int Beginning = 64 * 1024;

    private const int MostColumns = 500;

    private readonly CsvParser _parser;

    private CsvFile(CsvParser parser, TextReading reading, IReadOnlyList<string> headers)
    {
        _parser = parser;
        Reading = reading.Description;
        Separator = reading.Separator;
        Headers = headers;
    }

    /// <summary>How the file is written, in words.</summary>
    public string Reading { get; }

    /// <summary>What stands between its cells.</summary>
    public char Separator { get; }

    /// <summary>The columns' names, unique.</summary>
    public IReadOnlyList<string> Headers { get; }

    /// <summary>Opens a file and reads its header.</summary>
    /// <exception cref="ImportRefusedException">It is no such file.</exception>
    public static async Task<CsvFile> OpenAsync(Stream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[Beginning];
        var length = await stream.ReadAtLeastAsync(buffer, Beginning, throwOnEndOfStream: false, cancellationToken);
        if (buffer.AsSpan(0, length).Trim((byte)' ').IsEmpty)
        {
            throw new ImportRefusedException("The file is empty.");
        }

        var reading = TextReading.Of(buffer.AsSpan(0, length), isWhole: length < Beginning);
        var text = new StreamReader(new PrefixedStream(buffer.AsMemory(0, length), stream), reading.Encoding, detectEncodingFromByteOrderMarks: true);
        var parser = new CsvParser(text, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = reading.Separator.ToString(),
            BadDataFound = null,
            TrimOptions = TrimOptions.Trim,
            IgnoreBlankLines = true,
            // A cell beyond this is a quotation mark that is never closed.
            MaxFieldSize = 1_000_000,
        });
        try
        {
            if (!await parser.ReadAsync())
            {
                throw new ImportRefusedException("The file is empty.");
            }

            if (parser.Count > MostColumns)
            {
                throw new ImportRefusedException($"The file has {parser.Count} columns; at most {MostColumns} are read. Export fewer.");
            }

            return new(parser, reading, Unique(parser.Record!));
        }
        catch
        {
            parser.Dispose();
            throw;
        }
    }

    /// <summary>The records behind the header.</summary>
    /// <exception cref="ImportRefusedException">There are too many, or a cell never ends.</exception>
    public async IAsyncEnumerable<CsvRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0;
        while (await ReadNextAsync())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (++rows > MostRows)
            {
                throw new ImportRefusedException($"The file has more than {MostRows:N0} records. Split it and bring the parts one after the other; records that are in two of them do no harm.");
            }

            yield return new(_parser.RawRow, [.. _parser.Record!]);
        }
    }

    /// <inheritdoc />
    public void Dispose() => _parser.Dispose();

    private async Task<bool> ReadNextAsync()
    {
        try
        {
            return await _parser.ReadAsync();
        }
        catch (MaxFieldSizeException)
        {
            throw new ImportRefusedException($"A cell that begins near line {_parser.RawRow} never ends: a quotation mark is missing there.");
        }
    }

    private static List<string> Unique(string[] headers)
    {
        List<string> unique = [];
        for (var index = 0; index < headers.Length; index++)
        {
            var name = headers[index].Trim() is { Length: > 0 } given ? given : string.Create(CultureInfo.InvariantCulture, $"column {index + 1}");
            var candidate = name;
            for (var number = 2; unique.Contains(candidate, StringComparer.OrdinalIgnoreCase); number++)
            {
                candidate = string.Create(CultureInfo.InvariantCulture, $"{name} ({number})");
            }

            unique.Add(candidate);
        }

        return unique;
    }
}
