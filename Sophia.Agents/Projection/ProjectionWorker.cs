using Sophia.Agents.Work;
using Sophia.Data.EventLog;
using Sophia.Data.Projection;

namespace Sophia.Agents.Projection;

/// <summary>Turns the event log into facts and figures as soon as something is appended.</summary>
internal sealed class ProjectionWorker(LeasedWork leased, WorkLoop loop, Projector projector, LogSignal signal) : BackgroundService
{
    // Far behind, the same days' rollups move once for many facts: a larger batch costs Postgres much less. While caught up a
    // batch is as small as what just happened.
    private const int BatchSize = 2_000;

    // Stands behind the announcements, should one be missed.
    private static readonly TimeSpan s_sweep = TimeSpan.FromSeconds(5);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        leased.RunAsync("projection", held => loop.RunAsync("Projection", RunRoundAsync, held), stoppingToken);

    private async Task RunRoundAsync(CancellationToken cancellationToken)
    {
        while (await projector.ApplyNextAsync(BatchSize, cancellationToken) > 0)
        {
        }

        await signal.WaitAsync(EventAppender.Channel, s_sweep, cancellationToken);
    }
}
