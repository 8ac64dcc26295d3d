using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.LocalHost.Control;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Running;

namespace Sophia.Benchmarks.Stack;

/// <summary>A stack of this checkout that somebody else has started.</summary>
internal sealed class OpenStack : IDisposable
{
    private static readonly TimeSpan s_poll = TimeSpan.FromMilliseconds(100);
    private readonly RunAddresses _addresses;
    private readonly HttpClient _control;

    private OpenStack(RunAddresses addresses, string token)
    {
        _addresses = addresses;
        _control = new HttpClient { BaseAddress = new Uri(addresses.ControlApi) };
        _control.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Finds it by its name.</summary>
    /// <exception cref="IOException">None of that name has been started.</exception>
    public static async Task<OpenStack> FindAsync(string instance, CancellationToken cancellationToken)
    {
        var folder = LocalStack.FolderOf(instance);
        var addresses = JsonSerializer.Deserialize(
            await File.ReadAllTextAsync(Path.Combine(folder, "endpoints.json"), cancellationToken), RunJson.Default.RunAddresses)!;
        return new OpenStack(addresses, (await File.ReadAllTextAsync(Path.Combine(folder, "token"), cancellationToken)).Trim());
    }

    /// <summary>The address of a resource.</summary>
    public Uri AddressOf(string resource) => new(_addresses.Resources[resource][0]);

    /// <summary>The processes of a project's replicas, with all that they have started.</summary>
    public async Task<IReadOnlyList<int>> ProcessesOfAsync(string project, CancellationToken cancellationToken)
    {
        int[] roots = [.. (await ReadAsync(project, cancellationToken)).Select(static row => row.Pid).OfType<int>()];
        return [.. roots, .. roots.SelectMany(ProcessTree.DescendantsOf)];
    }

    /// <summary>Restarts all replicas of a project and waits until each is ready.</summary>
    public async Task RestartAsync(string project, CancellationToken cancellationToken)
    {
        using var answer = await _control.PostAsync($"/api/resources/{project}/restart", null, cancellationToken);
        answer.EnsureSuccessStatusCode();
        while (!(await ReadAsync(project, cancellationToken)).All(static row => row.IsReady))
        {
            await Task.Delay(s_poll, cancellationToken);
        }
    }

    private async Task<IEnumerable<ResourceSnapshot>> ReadAsync(string project, CancellationToken cancellationToken)
    {
        var rows = await _control.GetFromJsonAsync("/api/resources", ControlJson.Default.IReadOnlyListResourceSnapshot, cancellationToken) ?? [];
        return rows.Where(row => (row.ReplicaOf ?? row.Name) == project);
    }

    /// <summary>The host's own process, in which the proxy works.</summary>
    public int HostProcess => _addresses.ProcessId;

    public void Dispose() => _control.Dispose();
}
