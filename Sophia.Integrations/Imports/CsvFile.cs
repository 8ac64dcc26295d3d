using System.Globalization;
using System.Runtime.CompilerServices;
using CsvHelper;

namespace Sophia.Integrations.Imports;

/// <summary>Reads a file of separated values as it streams in; a record at a time is in memory.</summary>
public sealed class CsvFile : IDisposable
{
    /// <summary>The most records of a file.</summary>
    public const int MostRows = 200_000;

    // Enough to tell encoding and separator by.
    private const int Beginning = 64 * 1024;

    private const int MostColumns = 500;

    // A record beyond this is a quotation mark that is never closed.
    private const int LargestRecord = 1_000_000;

    private readonly CsvReader _records;

    private CsvFile(CsvReader records, TextReading reading, IReadOnlyList<string> headers)
    {
        _records = records;
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
        var records = CsvReader.Create(text, new CsvReaderOptions
        {
            Separator = reading.Separator,
            // The header is read like any other record, since names may be missing or occur twice.
            HasHeader = false,
            TrimWhitespace = true,
            SkipEmptyLines = true,
            TrackLineNumbers = true,
            MaxRecordSize = LargestRecord,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        });
        try
        {
            if (!await records.ReadAsync(cancellationToken))
            {
                throw new ImportRefusedException("The file is empty.");
            }

            return records.FieldCount > MostColumns
                ? throw new ImportRefusedException($"The file has {records.FieldCount} columns; at most {MostColumns} are read. Export fewer.")
                : new(records, reading, Unique(CellsOf(records)));
        }
        catch (CsvFormatException)
        {
            records.Dispose();
            throw Endless(1);
        }
        catch
        {
            records.Dispose();
            throw;
        }
    }

    /// <summary>The records behind the header.</summary>
    /// <exception cref="ImportRefusedException">There are too many, or a cell never ends.</exception>
    public async IAsyncEnumerable<CsvRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var rows = 0;
        while (await ReadNextAsync(cancellationToken))
        {
            if (++rows > MostRows)
            {
                throw new ImportRefusedException($"The file has more than {MostRows:N0} records. Split it and bring the parts one after the other; records that are in two of them do no harm.");
            }

            yield return new((int)_records.LineNumber, CellsOf(_records));
        }
    }

    /// <inheritdoc />
    public void Dispose() => _records.Dispose();

    private async Task<bool> ReadNextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _records.ReadAsync(cancellationToken);
        }
        catch (CsvFormatException)
        {
            throw Endless(_records.LineNumber);
        }
    }

    private static ImportRefusedException Endless(long line) =>
        new($"The record that begins near line {line} never ends: a quotation mark is missing there.");

    private static string[] CellsOf(CsvReader records)
    {
        var cells = new string[records.FieldCount];
        for (var index = 0; index < cells.Length; index++)
        {
            cells[index] = records[index].ToString();
        }

        return cells;
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
