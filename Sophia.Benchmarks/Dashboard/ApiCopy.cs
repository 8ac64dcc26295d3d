using System.Diagnostics;
using System.Text;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Servers;

namespace Sophia.Benchmarks.Dashboard;

/// <summary>One more process of the API beside those of a running stack, with their variables but for some of its own.</summary>
internal sealed class ApiCopy : IAsyncDisposable
{
    private readonly Process _process;

    private ApiCopy(Process process, Uri address) => (_process, Address) = (process, address);

    /// <summary>Where it listens.</summary>
    public Uri Address { get; }

    /// <summary>What it has used so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <param name="original">A process of the stack.</param>
    /// <param name="changes">Variables that differ.</param>
    /// <param name="cancellationToken">Ends the wait until it answers.</param>
    public static async Task<ApiCopy> StartAsync(int original, IReadOnlyDictionary<string, string> changes, CancellationToken cancellationToken)
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig=KILL", .. await ReadAsync(original, "cmdline", cancellationToken)])
        {
            WorkingDirectory = Directory.ResolveLinkTarget($"/proc/{original}/cwd", returnFinalTarget: true)!.FullName,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var variable in await ReadAsync(original, "environ", cancellationToken))
        {
            var end = variable.IndexOf('=', StringComparison.Ordinal);
            start.Environment[variable[..end]] = variable[(end + 1)..];
        }

        foreach (var (name, value) in changes)
        {
            start.Environment[name] = value;
        }

        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        var process = await ProcessSpawner.StartAsync(start);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = address };
        while (!await AnswersAsync(http, cancellationToken))
        {
            ObjectDisposedException.ThrowIf(process.HasExited, process);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancellationToken);
        }

        return new ApiCopy(process, address);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        Posix.Signal(_process.Id, Posix.SignalTerminate);
        await _process.WaitForExitAsync(CancellationToken.None);
        _process.Dispose();
    }

    private static async Task<bool> AnswersAsync(HttpClient http, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative), cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static async Task<string[]> ReadAsync(int process, string file, CancellationToken cancellationToken) =>
        Encoding.UTF8.GetString(await File.ReadAllBytesAsync($"/proc/{process}/{file}", cancellationToken)).Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
