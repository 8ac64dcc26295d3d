using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Running;

namespace Sophia.Tests.LocalHost;

/// <summary>A shell script under a supervisor, as a service would be.</summary>
internal sealed class SupervisedRun : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Task _running;

    /// <param name="script">What runs.</param>
    /// <param name="clock">The supervisor's clock, or null for the system's.</param>
    public SupervisedRun(string script, TimeProvider? clock = null)
    {
        Logs = new RunLogs(_folder.Path, TimeProvider.System);
        Board = new ResourceBoard([new ResourceSnapshot("script", "Project")]);
        Supervisor = new Supervisor("script", new ScriptWorkload(script), Log, Board, clock ?? TimeProvider.System);
        _running = Supervisor.RunAsync(_end.Token);
        Supervisor.Start();
    }

    public RunLogs Logs { get; }

    public ResourceLog Log => Logs.Open("script");

    public ResourceBoard Board { get; }

    public Supervisor Supervisor { get; }

    public async Task<ResourceSnapshot> WaitAsync(Func<ResourceSnapshot, bool> condition)
    {
        await foreach (var snapshot in Board.WatchAsync(static all => all, TestContext.Current.CancellationToken))
        {
            if (condition(snapshot))
            {
                return snapshot;
            }
        }

        throw new InvalidOperationException("The board never ends.");
    }

    public async ValueTask DisposeAsync()
    {
        await Supervisor.StopAsync(TimeSpan.Zero);
        await _end.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _end.Dispose();
        Logs.Dispose();
        _folder.Dispose();
    }

    private sealed class ScriptWorkload(string script) : Workload(new ProjectResource("script"))
    {
        public override IReadOnlyDictionary<string, string> Environment { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ADDRESS"] = "http://127.0.0.1:1", ["CONNECTION"] = "Host=db;Password=s3cr3t-value;Database=x", ["HubSpot__Token"] = "given by hand",
        };

        public override async Task<ChildProcess?> StartAsync(ResourceLog log, CancellationToken cancellationToken) =>
            await ChildProcess.StartAsync(new ProcessCommand("/bin/sh", "-c", script) { WorkingDirectory = "/" }, log.Append);

        public override Task<IReadOnlyList<HealthEntry>> CheckAsync(CancellationToken cancellationToken) =>
            HealthProbe.RunAsync("process", _ => Task.CompletedTask, cancellationToken);
    }
}
