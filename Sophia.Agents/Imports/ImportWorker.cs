using Sophia.Agents.Work;
using Sophia.Core.Imports;
using Sophia.Data.EventLog;
using Sophia.Data.Imports;
using Sophia.Integrations.Imports;

namespace Sophia.Agents.Imports;

/// <summary>Writes confirmed imports, and takes back those that are to be undone: one at a time, the oldest first.</summary>
internal sealed class ImportWorker(LeasedWork leased, WorkLoop loop, ImportStore store, ImportWriter writer, LogSignal signal)
    : BackgroundService
{
    // Each is one short transaction, and one step of the progress bar.
    private const int RowsAtOnce = 2_000;

    // Stands behind the announcements, should one be missed.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leased.RunAsync("imports", held => loop.RunAsync("Importing", RunRoundAsync, held), stoppingToken);

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        while (await store.FindWaitingAsync(cancellationToken) is { } waiting)
        {
            await (waiting.Import.State is ImportState.Undoing
                ? TakeBackAsync(waiting.Import, waiting.Version, cancellationToken)
                : WriteAsync(waiting.Import, waiting.Version, cancellationToken));
        }

        await signal.WaitAsync(ImportStore.Channel, s_sweep, cancellationToken);
    }

    private async Task WriteAsync(Import import, long version, CancellationToken cancellationToken)
    {
        var reader = new RowReader(import.Kind, import.Columns);
        var meanings = import.Stages.ToDictionary(static stage => stage.Label, static stage => stage.Meaning, StringComparer.Ordinal);
        await writer.WriteAsync(import, [.. ImportedObjects.OfStages(import.Stages).Select(Brought)], import.Done, version, cancellationToken);

        // The rows are numbered by line, not by place: a process that goes on begins at the first again, and what is there already does not change.
        var (line, done) = (0, 0);
        while (await store.ReadRowsAsync(import.Id, line, RowsAtOnce, cancellationToken) is { Count: > 0 } rows)
        {
            List<BroughtObject> objects = [];
            foreach (var (_, cells) in rows)
            {
                if (reader.Read(cells, out var values) is null)
                {
                    objects.AddRange(ImportedObjects.Of(import.Kind, values, meanings).Select(Brought));
                }
            }

            (line, done) = (rows[^1].Line, done + rows.Count);
            await writer.WriteAsync(import, objects, done, version, cancellationToken);
        }

        await writer.FinishAsync(import.Id, ImportState.Imported, cancellationToken);
    }

    private async Task TakeBackAsync(Import import, long version, CancellationToken cancellationToken)
    {
        var done = import.Done;
        while (await writer.TakeBackAsync(import, done, RowsAtOnce, version, cancellationToken) is > 0 and var count)
        {
            done += count;
        }

        await writer.FinishAsync(import.Id, ImportState.Undone, cancellationToken);
    }

    private static BroughtObject Brought(ImportedObject told) =>
        new(told.Kind, told.ExternalId, told.Content.ToArray(), told.Kind is ImportKinds.Stage or ImportKinds.Company or ImportKinds.User);
}
