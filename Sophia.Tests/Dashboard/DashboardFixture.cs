using Sophia.LocalHost.Control;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Servers;
using Sophia.Tests.LocalHost;

namespace Sophia.Tests.Dashboard;

/// <summary>A dashboard beside a control API over one small process, for the tests that leave both as they found them.</summary>
public sealed class DashboardFixture : IAsyncLifetime
{
    private const string Token = "the-control-token";
    private readonly TemporaryFolder _folder = new();
    private readonly SupervisedRun _run = new("n=0; while true; do n=$((n+1)); printf '\\033[32minfo\\033[0m: line %d\\n' $n; sleep 0.1; done");
    private CommandLog? _commands;
    private ControlApi? _control;
    private DashboardProcess? _dashboard;

    internal DashboardProcess Dashboard => _dashboard!;

    internal SupervisedRun Run => _run;

    public async ValueTask InitializeAsync()
    {
        _commands = new CommandLog(Path.Combine(_folder.Path, "commands.ndjson"), TimeProvider.System);
        _control = await ControlApi.StartAsync(new ControlOptions
        {
            Port = FreePorts.Next(),
            Token = Token,
            Run = new RunDescription("main", TimeProvider.System.GetUtcNow(), "here", Cores: 2, Memory: 1_000_000),
            Board = _run.Board,
            Logs = _run.Logs,
            Resources = new RunningResources(_run.Board, _run.Supervisor),
            Commands = _commands,
            Mask = new SecretMask(["s3cr3t-value"]),
        });
        await _run.WaitAsync(static resource => resource.IsReady);
        _dashboard = await DashboardProcess.StartAsync((_control.Address, Token));
        await SampleTelemetry.SendAsync(_dashboard);
    }

    public async ValueTask DisposeAsync()
    {
        await _dashboard!.DisposeAsync();
        await _control!.DisposeAsync();
        await _run.DisposeAsync();
        _commands!.Dispose();
        _folder.Dispose();
    }
}
