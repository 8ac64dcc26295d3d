using Microsoft.Extensions.Options;
using Sophia.Agents.Work;
using Sophia.Core.Conversations;
using Sophia.Data.Conversations;
using Sophia.Data.EventLog;
using Sophia.Data.Messaging;

namespace Sophia.Agents.Conversations;

/// <summary>Analyses each transcript once, as soon as it has become a fact, and again when it, its call or the rules change.</summary>
internal sealed class ConversationWorker(
    LeasedWork leased, WorkLoop loop, CallAnalysisStore store, LogSignal signal, IOptions<ConversationOptions> options, TimeProvider clock) : BackgroundService
{
    // About half a second of work, so that a call that was just held does not wait for a history.
    private const int BatchSize = 20;

    // Facts are announced many times a second when a business is busy; transcripts come once in a while.
    private static readonly TimeSpan s_pace = TimeSpan.FromMilliseconds(500);

    // Stands behind the announcements, should one be missed, and looks whether histories are loaded.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    // What was recorded earlier may be committed later, by less than this.
    private static readonly TimeSpan s_overlap = TimeSpan.FromMinutes(1);

    // Stands behind the overlap.
    private static readonly TimeSpan s_wholeSweep = TimeSpan.FromMinutes(10);

    private readonly CallAnalysis _analysis = new(options.Value.CompetitorNames);
    private DateTimeOffset? _since;
    private DateTimeOffset _sweptAt;

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leased.RunAsync("conversations", held => loop.RunAsync("Analysis of conversations", RunRoundAsync, held), stoppingToken);

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        if (await store.ReadNewestAsync(cancellationToken) is { } newest)
        {
            await AnalyzeAsync(newest, cancellationToken);
        }

        await Task.Delay(s_pace, clock, cancellationToken);
        await signal.WaitAsync(OutboxRelay.Channel, s_sweep, cancellationToken);
    }

    private async Task AnalyzeAsync(DateTimeOffset newest, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() - _sweptAt >= s_wholeSweep)
        {
            (_since, _sweptAt) = (null, clock.GetUtcNow());
        }

        while (await AnalyzeNextAsync(cancellationToken) > 0)
        {
        }

        _since = newest - s_overlap;
    }

    /// <summary>Analyses the next transcripts; returns how many, 0 when there are none.</summary>
    private async Task<int> AnalyzeNextAsync(CancellationToken cancellationToken)
    {
        var pending = await store.ReadPendingAsync(_analysis.Version, _since, BatchSize, cancellationToken);
        if (pending.Count > 0)
        {
            await store.StoreAsync(
                [.. pending.Select(call => (call, _analysis.Analyze(call.Parties, call.Segments)))], _analysis.Version, cancellationToken);
        }

        return pending.Count;
    }
}
