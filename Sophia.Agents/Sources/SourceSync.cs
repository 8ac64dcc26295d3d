using Sophia.Data.EventLog;
using Sophia.Integrations;

namespace Sophia.Agents.Sources;

/// <summary>Pulls a source into the event log: first its history, then what changed.</summary>
internal sealed class SourceSync(ISourceConnector connector, EventAppender appender, SyncCursors cursors, SourceReport report)
{
    /// <summary>Pulls every resource until it is caught up. Each page is stored together with the cursor behind it, so whatever interrupts this loses and repeats nothing.</summary>
    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        await report.AttemptAsync(cancellationToken);
        try
        {
            foreach (var resource in connector.Resources)
            {
                await PullAsync(resource, cancellationToken);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            await report.FailAsync(exception, cancellationToken);
            throw;
        }

        await report.SucceedAsync(cancellationToken);
    }

    private async Task PullAsync(SourceResource resource, CancellationToken cancellationToken)
    {
        var cursor = await cursors.FindAsync(connector.Connection, resource.Name, cancellationToken);
        var pages = connector.PullAsync(resource.Name, cursor?.State, cancellationToken);
        await foreach (var page in PageAhead.ReadAsync(pages, cancellationToken))
        {
            await appender.AppendAsync(
                page.Events, new SyncCursor(connector.Connection, resource.Name, page.Cursor), checkpoint: null, cancellationToken);
            await report.StoredAsync(resource, page, cancellationToken);
        }
    }
}
