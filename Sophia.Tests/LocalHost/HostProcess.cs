using System.Net.Http.Headers;
using System.Text.Json;
using Sophia.LocalHost.Processes;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.LocalHost;

/// <summary>The application host as a person starts it, with data and ports of its own.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly string _instance;
    private readonly RecentLines _output = new(100);
    private readonly TaskCompletionSource _published = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ChildProcess? _process;

    public HostProcess() => _instance = $"test-{Guid.NewGuid():N}"[..16];

    public int ProcessId => _process!.ProcessId;

    public Task<int> Exited => _process!.Exited;

    private string Folder => Path.Combine(Repository.Root, ".sophia", _instance);

    /// <summary>Starts it and waits until these resources are ready.</summary>
    public async Task StartAsync(params string[] ready)
    {
        var token = TestContext.Current.CancellationToken;
        var configuration = Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)))!;
        var assembly = Path.Combine(Repository.Root, "Sophia.AppHost", "bin", configuration, "net10.0", "Sophia.AppHost.dll");
        Assert.True(File.Exists(assembly), $"{assembly} is not built.");
        var command = new ProcessCommand("dotnet", "exec", assembly, $"--LocalHost:Instance={_instance}", "--LocalHost:DynamicPorts=true", "--Sandbox:Deals=200")
        {
            WorkingDirectory = Repository.Root,
        };
        _process = await ChildProcess.StartAsync(command, OnLine);
        await Task.WhenAny(_published.Task, _process.Exited).WaitAsync(token);
        Assert.True(_published.Task.IsCompleted, $"The host ended early:\n{_output}");
        await WaitUntilReadyAsync(ready.ToHashSet(StringComparer.Ordinal), token);
    }

    public async Task<string> ConnectionStringAsync(string resource)
    {
        await using var file = File.OpenRead(Path.Combine(Folder, "connections.json"));
        using var document = await JsonDocument.ParseAsync(file, cancellationToken: TestContext.Current.CancellationToken);
        return document.RootElement.GetProperty(resource).GetString()!;
    }

    public void Signal(int signal) => Posix.Signal(ProcessId, signal);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await _process.DisposeAsync();
        }

        // Its servers die with it and may be writing their last.
        Assert.True(await Eventually.IsTrueAsync(TryDelete, TimeSpan.FromSeconds(5)), $"{Folder} could not be deleted.");
    }

    private bool TryDelete()
    {
        try
        {
            if (Directory.Exists(Folder))
            {
                Directory.Delete(Folder, recursive: true);
            }

            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private void OnLine(string line, bool isError)
    {
        _output.Add(line);
        if (line.StartsWith("Data:", StringComparison.Ordinal))
        {
            _published.TrySetResult();
        }
    }

    private async Task WaitUntilReadyAsync(HashSet<string> waiting, CancellationToken token)
    {
        using var client = await OpenControlAsync(token);
        await using var stream = await client.GetStreamAsync(new Uri("api/resources/watch", UriKind.Relative), token);
        using var reader = new StreamReader(stream);
        while (waiting.Count > 0)
        {
            var line = await reader.ReadLineAsync(token) ?? throw new InvalidOperationException($"The host ended early:\n{_output}");
            var resource = JsonElement.Parse(line);
            if (resource.GetProperty("state").GetString() == "Running" && resource.GetProperty("health").GetString() is "Healthy" or "Degraded")
            {
                waiting.Remove(resource.GetProperty("name").GetString()!);
            }
        }
    }

    private async Task<HttpClient> OpenControlAsync(CancellationToken token)
    {
        using var addresses = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(Folder, "endpoints.json"), token));
        var client = new HttpClient { BaseAddress = new Uri(addresses.RootElement.GetProperty("controlApi").GetString()!) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", await File.ReadAllTextAsync(Path.Combine(Folder, "token"), token));
        return client;
    }
}
