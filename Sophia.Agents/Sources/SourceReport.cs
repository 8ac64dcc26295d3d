using Sophia.Core.Integrations;
using Sophia.Data.Sources;
using Sophia.Integrations;

namespace Sophia.Agents.Sources;

/// <summary>Keeps the stored status of one source up to date while it is being read.</summary>
internal sealed class SourceReport(ISourceConnector connector, SourceStatusStore store, TimeProvider clock) : IDisposable
{
    // Often enough for a progress bar.
    private static readonly TimeSpan s_progressPace = TimeSpan.FromMilliseconds(250);

    // One at a time, so that an older status never replaces a newer one.
    private readonly SemaphoreSlim _reporting = new(1);

    // Bounded by the connector's resources.
    private readonly Dictionary<string, SourcePage> _lastPages = new(StringComparer.Ordinal);
    private SourceStatus _status = new() { Connection = connector.Connection };
    private long _reportedAt;
    private int _parked;
    private string? _parkedReason;

    /// <summary>Goes on from what an earlier process reported.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        var known = await store.ReadAsync(cancellationToken);
        _status = known.FirstOrDefault(status => status.Connection == connector.Connection) ?? _status;
    }

    /// <summary>The source is about to be asked.</summary>
    public Task AttemptAsync(CancellationToken cancellationToken) =>
        ReportAsync(status => status with { LastAttemptAt = clock.GetUtcNow() }, cancellationToken);

    /// <summary>The events of a page of <paramref name="resource"/> are in the log.</summary>
    public async Task StoredAsync(SourceResource resource, SourcePage page, CancellationToken cancellationToken)
    {
        _lastPages[resource.Name] = page;
        if (clock.GetElapsedTime(_reportedAt) >= s_progressPace)
        {
            await SucceedAsync(cancellationToken);
        }
    }

    /// <summary>The source has answered so far.</summary>
    public Task SucceedAsync(CancellationToken cancellationToken) => ReportAsync(
        status =>
        {
            var isComplete = connector.Resources.All(resource => _lastPages.ContainsKey(resource.Name));
            return status with
            {
                LastSuccessAt = clock.GetUtcNow(),
                Error = null,
                Failure = null,
                HistoryLoaded = status.HistoryLoaded || (isComplete && _lastPages.Values.All(static page => page.HistoryLoaded)),
                // Right after a restart not every resource has been looked at again.
                Loaded = Math.Max(status.Loaded, _lastPages.Values.Sum(static page => page.Loaded)),
                Total = isComplete && _lastPages.Values.All(static page => page.Total is not null)
                    ? _lastPages.Values.Sum(static page => page.Total)
                    : status.Total,
            };
        },
        cancellationToken);

    /// <summary>The source did not answer, or refused to.</summary>
    public Task FailAsync(Exception exception, CancellationToken cancellationToken) =>
        ReportAsync(status => status with { Error = exception.Message, Failure = FailureOf(exception) }, cancellationToken);

    /// <summary>A notification is left behind because the source rejects what it points at.</summary>
    public Task ParkAsync(string reason, CancellationToken cancellationToken)
    {
        _parked++;
        _parkedReason = reason;
        return ReportAsync(static status => status, cancellationToken);
    }

    public void Dispose() => _reporting.Dispose();

    private static IntegrationFailure FailureOf(Exception exception) => exception is not SourceException { Failure: var failure }
        ? IntegrationFailure.Unexpected
        : failure switch
        {
            SourceFailure.Unavailable => IntegrationFailure.Unavailable,
            SourceFailure.LimitReached => IntegrationFailure.LimitReached,
            SourceFailure.Refused => IntegrationFailure.Refused,
            SourceFailure.Rejected => IntegrationFailure.Rejected,
        };

    private async Task ReportAsync(Func<SourceStatus, SourceStatus> change, CancellationToken cancellationToken)
    {
        await _reporting.WaitAsync(cancellationToken);
        try
        {
            _status = change(_status);
            var error = _status.Error ?? (_parked > 0 ? $"{_parked} notifications could not be followed. {_parkedReason}" : null);
            await store.ReportAsync(_status with { Error = error }, cancellationToken);
            _reportedAt = clock.GetTimestamp();
        }
        finally
        {
            _reporting.Release();
        }
    }
}
