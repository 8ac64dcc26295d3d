using Sophia.Core.Imports;
using Sophia.Data.Imports;
using Sophia.Integrations.Imports;

namespace Sophia.Api.Imports;

/// <summary>Reads files that people bring, and reads them again under another mapping.</summary>
internal sealed class ImportReader(ImportStore store, TimeProvider clock)
{
    private const int MostBadLines = 100;
    private const int PreviewRows = 20;
    private const int RowsAtOnce = 5_000;

    /// <summary>Reads a file as it streams in, and shows how it would be imported.</summary>
    /// <exception cref="ImportRefusedException">It cannot be read.</exception>
    public async Task<Import> BringAsync(Stream body, ImportKind? kind, string? fileName, CancellationToken cancellationToken)
    {
        using var file = await CsvFile.OpenAsync(body, cancellationToken);
        var look = new FileLook(file);
        var held = kind ?? look.Kind ?? throw new ImportRefusedException(
            "The columns do not tell whether these are deals, calls or employees. Say which, and then what the columns mean.") { Field = "kind" };
        var import = Empty(held, fileName, file);
        await store.CreateAsync(import, cancellationToken);
        try
        {
            await StageAsync(import.Id, file, look, cancellationToken);
            if (look.Rows == 0)
            {
                throw new ImportRefusedException("The file has a header and no records behind it.");
            }

            var remembered = await store.FindMappingAsync(held, file.Headers, cancellationToken);
            var columns = look.Columns(held, remembered);
            return await LookFirstAsync(import with { Rows = look.Rows, Columns = Formatted(columns, remembered) }, remembered?.Stages, cancellationToken);
        }
        catch
        {
            // What was cut off leaves nothing behind.
            await store.DiscardAsync(import.Id, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Reads a preview again, and remembers how.</summary>
    /// <returns>The preview, or null where it is none any more.</returns>
    /// <exception cref="ImportRefusedException">It cannot be read like this; it is as it was.</exception>
    public async Task<Import?> RereadAsync(Import import, ImportMapping mapping, CancellationToken cancellationToken)
    {
        var columns = Formatted([.. import.Columns.Select(column => column with { Field = mapping.Columns.GetValueOrDefault(column.Name) })], mapping);
        var read = await LookAsync(import with { Columns = columns }, mapping.Stages, cancellationToken);
        // Not before it could be read: a mapping that refuses the file would refuse it again when it is brought again.
        string[] headers = [.. columns.Select(static column => column.Name)];
        // Forms that were said before and not now still hold, as they do for this file.
        var before = (await store.FindMappingAsync(import.Kind, headers, cancellationToken))?.Formats ?? new Dictionary<string, ColumnFormat>(StringComparer.Ordinal);
        var formats = before.Concat(mapping.Formats ?? new Dictionary<string, ColumnFormat>(StringComparer.Ordinal))
            .GroupBy(static format => format.Key, StringComparer.Ordinal)
            .ToDictionary(static format => format.Key, static format => format.Last().Value, StringComparer.Ordinal);
        await store.RememberAsync(import.Kind, headers, mapping with { Formats = formats }, cancellationToken);
        return (await store.FindAsync(import.Id, cancellationToken))?.State is ImportState.Preview ? read : null;
    }

    // A column that is called like a stage and is none must not keep the file out: it is left to people to say what it is.
    private async Task<Import> LookFirstAsync(Import import, IReadOnlyDictionary<string, StageMeaning>? meanings, CancellationToken cancellationToken)
    {
        try
        {
            return await LookAsync(import, meanings, cancellationToken);
        }
        catch (ImportRefusedException)
        {
            return await LookAsync(
                import with { Columns = [.. import.Columns.Select(static column => column.Field == "stage" ? column with { Field = null } : column)] },
                meanings, cancellationToken);
        }
    }

    private static IReadOnlyList<ImportColumn> Formatted(IReadOnlyList<ImportColumn> columns, ImportMapping? mapping) => mapping?.Formats is not { } formats
        ? columns
        : [.. columns.Select(column => formats.TryGetValue(column.Name, out var format) ? column with { Format = format with { IsCertain = true } } : column)];

    private Import Empty(ImportKind kind, string? fileName, CsvFile file) => new()
    {
        Id = Guid.CreateVersion7(clock.GetUtcNow()),
        Kind = kind,
        State = ImportState.Preview,
        FileName = fileName is { Length: > 200 } ? fileName[..200] : fileName,
        CreatedAt = clock.GetUtcNow(),
        Reading = file.Reading,
        Rows = 0,
        GoodRows = 0,
        BadRows = 0,
        BadLines = [],
        Columns = [],
        Stages = [],
        Preview = [],
        Done = 0,
        Added = 0,
        Changed = 0,
        AddedRecords = 0,
        ChangedRecords = 0,
        Kept = 0,
        FinishedAt = null,
    };

    private async Task StageAsync(Guid import, CsvFile file, FileLook look, CancellationToken cancellationToken)
    {
        List<(int, string[])> rows = new(RowsAtOnce);
        await foreach (var record in file.ReadAsync(cancellationToken))
        {
            look.Add(record);
            // Postgres stores no NUL.
            rows.Add((record.Line, Array.ConvertAll(record.Cells, static cell => cell.Replace("\0", "", StringComparison.Ordinal))));
            if (rows.Count == RowsAtOnce)
            {
                await store.StageAsync(import, rows, cancellationToken);
                rows.Clear();
            }
        }

        await store.StageAsync(import, rows, cancellationToken);
    }

    // Goes through all records, since a preview that only looked at the first would promise too much.
    private async Task<Import> LookAsync(Import import, IReadOnlyDictionary<string, StageMeaning>? meanings, CancellationToken cancellationToken)
    {
        var reader = new RowReader(import.Kind, import.Columns);
        var stages = new StageProposal();
        List<BadLine> bad = [];
        List<IReadOnlyDictionary<string, string?>> preview = [];
        var (line, good, wrong) = (0, 0, 0);
        while (await store.ReadRowsAsync(import.Id, line, RowsAtOnce, cancellationToken) is { Count: > 0 } rows)
        {
            foreach (var (number, cells) in rows)
            {
                if (reader.Read(cells, out var values) is { } reason)
                {
                    wrong++;
                    if (bad.Count < MostBadLines)
                    {
                        bad.Add(new(number, reason));
                    }

                    continue;
                }

                good++;
                if (preview.Count < PreviewRows)
                {
                    preview.Add(values);
                }

                if (import.Kind is ImportKind.Deals && !stages.Add(values))
                {
                    throw new ImportRefusedException("The column read as the stage has more than 200 different values: it names something else. Read another column as the stage.");
                }
            }

            line = rows[^1].Line;
        }

        var looked = import with
        {
            GoodRows = good, BadRows = wrong, BadLines = bad, Preview = preview, Stages = stages.ToStages(meanings),
        };
        await store.RereadAsync(looked, cancellationToken);
        return looked;
    }
}
