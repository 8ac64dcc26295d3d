using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.LocalHost.Control;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Testing;

/// <summary>
/// An AppHost as a process of its own, beside whatever else runs: other ports, other data. For tests and benchmarks, which
/// look at it as a user does: from outside.
/// </summary>
internal sealed class AppHostProcess : IAsyncDisposable
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(50);
    private readonly Process _process;
    private readonly RecentLines _output;
    private readonly HttpClient _control;

    private AppHostProcess(Process process, RecentLines output, string folder, RunAddresses addresses, HttpClient control)
    {
        _process = process;
        _output = output;
        Folder = folder;
        Addresses = addresses;
        _control = control;
    }

    /// <summary>The folder <c>.sophia/INSTANCE</c> of the checkout.</summary>
    public string Folder { get; }

    /// <summary>Where everything listens.</summary>
    public RunAddresses Addresses { get; }

    /// <summary>The host's process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts the AppHost and waits until it has published its addresses; its resources are still starting then.</summary>
    /// <param name="checkout">The folder with the solution.</param>
    /// <param name="assembly">The built AppHost.</param>
    /// <param name="instance">The run's own name; the same name finds the same data again.</param>
    /// <param name="settings">Settings such as <c>Sandbox:Deals=2000</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="InvalidOperationException">The host ended early; the message carries its last lines.</exception>
    public static async Task<AppHostProcess> StartAsync(
        string checkout, string assembly, string instance, IEnumerable<string> settings, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(checkout, ".sophia", instance);
        Directory.CreateDirectory(folder);
        File.Delete(Path.Combine(folder, "endpoints.json"));
        string[] arguments =
            ["exec", assembly, $"--LocalHost:Instance={instance}", "--LocalHost:DynamicPorts=true", .. settings.Select(static setting => $"--{setting}")];
        var output = new RecentLines(capacity: 60);
        // A test run that is killed must not leave a stack behind.
        var process = await ProcessSpawner.StartAsync(new ProcessStartInfo("setpriv", ["--pdeathsig=KILL", "dotnet", .. arguments])
        {
            WorkingDirectory = checkout,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        });
        process.OutputDataReceived += (_, line) => output.Add(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var addresses = await ReadAddressesAsync(process, output, folder, cancellationToken);
        var control = new HttpClient { BaseAddress = new Uri(addresses.ControlApi) };
        control.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Bearer", (await File.ReadAllTextAsync(Path.Combine(folder, "token"), cancellationToken)).Trim());
        return new AppHostProcess(process, output, folder, addresses, control);
    }

    /// <summary>The address of a resource.</summary>
    public Uri AddressOf(string resource) => new(Addresses.Resources[resource][0]);

    /// <summary>What the control API says of every process, or resource without one.</summary>
    public async Task<IReadOnlyList<ResourceSnapshot>> ReadResourcesAsync(CancellationToken cancellationToken) =>
        await _control.GetFromJsonAsync("/api/resources", ControlJson.Default.IReadOnlyListResourceSnapshot, cancellationToken) ?? [];

    /// <summary>What the control API says of one resource, replica, or project as a whole.</summary>
    public async Task<ResourceSnapshot> ReadResourceAsync(string resource, CancellationToken cancellationToken) =>
        (await _control.GetFromJsonAsync($"/api/resources/{resource}", ControlJson.Default.ResourceSnapshot, cancellationToken))!;

    /// <summary>Waits until these resources are ready, of a project one replica; without names, until every process is.</summary>
    /// <exception cref="InvalidOperationException">The host ended.</exception>
    public async Task WaitUntilReadyAsync(CancellationToken cancellationToken, params IReadOnlyCollection<string> resources)
    {
        while (!AreReady(await ReadResourcesAsync(cancellationToken), resources))
        {
            ThrowIfEnded(_process, _output);
            await Task.Delay(s_poll, cancellationToken);
        }
    }

    private static bool AreReady(IReadOnlyList<ResourceSnapshot> rows, IReadOnlyCollection<string> resources) => resources.Count == 0
        ? rows.All(row => row.IsReady)
        : resources.All(resource => rows.Any(row => (row.ReplicaOf ?? row.Name) == resource && row.IsReady));

    /// <summary>Sends <c>start</c>, <c>stop</c> or <c>restart</c>.</summary>
    public async Task CommandAsync(string resource, string command, CancellationToken cancellationToken)
    {
        using var answer = await _control.PostAsync($"/api/resources/{resource}/{command}", null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Sets how many replicas of a project run; returns once those that are given up have ended.</summary>
    public async Task SetReplicasAsync(string project, int count, CancellationToken cancellationToken)
    {
        using var answer = await _control.PostAsJsonAsync(
            $"/api/resources/{project}/replicas", new ReplicaCount(count), ControlJson.Default.ReplicaCount, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Everything that the host has started, and what those have started.</summary>
    public IReadOnlyList<int> Descendants() => ProcessTree.DescendantsOf(_process.Id);

    /// <summary>Asks it to end, as Ctrl+C does, and waits for the end.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_process.HasExited)
        {
            // A shell starts background jobs with the interrupt signal ignored, and their children inherit that.
            Posix.Signal(_process.Id, Posix.SignalTerminate);
        }

        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Kills the host alone, as an out-of-memory killer would.</summary>
    public void Kill() => Posix.Signal(_process.Id, Posix.SignalKill);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        _control.Dispose();
        _process.Dispose();
    }

    private static async Task<RunAddresses> ReadAddressesAsync(
        Process process, RecentLines output, string folder, CancellationToken cancellationToken)
    {
        var file = Path.Combine(folder, "endpoints.json");
        while (!File.Exists(file))
        {
            ThrowIfEnded(process, output);
            await Task.Delay(s_poll, cancellationToken);
        }

        return JsonSerializer.Deserialize(await File.ReadAllTextAsync(file, cancellationToken), RunJson.Default.RunAddresses)!;
    }

    private static void ThrowIfEnded(Process process, RecentLines output)
    {
        if (process.HasExited)
        {
            throw new InvalidOperationException($"The host ended with exit code {process.ExitCode}:\n{output}");
        }
    }
}
