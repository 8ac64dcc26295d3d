using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Control;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Servers;
using Sophia.LocalHost.Terminal;

namespace Sophia.LocalHost.Running;

/// <summary>One run of an application, from the lock to the last process's end.</summary>
internal sealed class ApplicationRun(IDistributedApplicationBuilder builder, TimeProvider clock)
{
    /// <summary>Runs until <paramref name="stop"/> is cancelled, then stops everything in order; <paramref name="kill"/> ends it at once.</summary>
    /// <exception cref="DistributedApplicationException">It cannot run; the message says what to do.</exception>
    /// <exception cref="ServerMissingException">A server is not installed and cannot be.</exception>
    public async Task RunAsync(CancellationToken stop, CancellationToken kill)
    {
        var settings = RunSettings.Read(builder.Configuration);
        using var folder = InstanceFolder.Open(builder.AppHostDirectory, settings.Instance);
        using var http = new HttpClient();
        var plan = await RunPlan.MakeAsync(builder, settings, folder, stop);
        using var logs = new RunLogs(folder.Logs, clock);
        var board = new ResourceBoard(plan.Rows);
        var console = new RunConsole(board, logs, clock);
        using var end = new CancellationTokenSource();
        using var resources = new RunningResources(plan, settings, logs, board, http, clock, end.Token);
        using var commands = new CommandLog(Path.Combine(folder.Path, "commands.ndjson"), clock);
        await using var control = await ControlApi.StartAsync(new ControlOptions
        {
            Port = plan.ControlPort,
            Token = folder.ReadOrMakeToken(),
            Run = new RunDescription(
                settings.Instance, clock.GetUtcNow(), Environment.MachineName, Environment.ProcessorCount, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes),
            Board = board,
            Logs = logs,
            Resources = resources,
            Commands = commands,
            Mask = new SecretMask(plan.Secrets),
        });
        await PublishAsync(folder, plan, control.Address, stop);
        console.Write($"Data: {plan.DataDirectory}");

        await using (kill.Register(resources.Kill))
        {
            List<Task> running = [console.ShowAsync(end.Token), resources.RunAsync(end.Token), new UsageSampler(board, clock).RunAsync(end.Token)];
            try
            {
                await InstallAsync(plan, board, stop);
                resources.Start();
                running.Add(resources.StartSparesAsync(stop));
                await board.WaitAsync(all => all.Where(r => r.ReplicaOf is null).All(r => r.IsReady), stop);
                console.WriteReady(control.Address, plan.DashboardAddress);
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                console.Write("Stopping (Ctrl+C again ends everything at once)");
            }

            await resources.StopAsync();
            console.Write("Stopped.");
            await end.CancelAsync();
            await Task.WhenAll(running).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private static async Task InstallAsync(RunPlan plan, ResourceBoard board, CancellationToken stop)
    {
        var servers = plan.Workloads.OfType<ServerWorkload>().Select(w => w.Resource.Name).ToList();
        await ServerInstaller.EnsureAsync(
            plan.Installs,
            progress => servers.ForEach(name => board.Update(name, s => s with { State = ResourceState.Waiting, Message = progress })),
            stop);
    }

    private async Task PublishAsync(InstanceFolder folder, RunPlan plan, string controlAddress, CancellationToken stop)
    {
        var connectionStrings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var resource in builder.Resources.OfType<IResourceWithConnectionString>())
        {
            connectionStrings[resource.Name] = await resource.GetValueAsync(stop) ?? "";
        }

        var urls = plan.Rows.Where(row => row.Urls.Count > 0).ToDictionary(row => row.Name, row => row.Urls, StringComparer.Ordinal);
        folder.Publish(new RunAddresses(Environment.ProcessId, controlAddress, urls), connectionStrings);
    }
}
