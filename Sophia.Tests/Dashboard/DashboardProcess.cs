using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using Sophia.LocalHost.Processes;
using Sophia.LocalHost.Servers;
using Sophia.Tests.Infrastructure;
using Sophia.Tests.LocalHost;

namespace Sophia.Tests.Dashboard;

/// <summary>The dashboard as a process of its own, with ports and data of its own.</summary>
internal sealed class DashboardProcess : IAsyncDisposable
{
    public const string ApiKey = "the-sender-key";

    private const string Token = "the-browser-token";
    private readonly TemporaryFolder _folder = new();
    private readonly List<Process> _processes = [];
    private readonly HttpClient _otlp = new();
    private readonly HttpClient _api = new();
    private readonly Dictionary<string, string?> _environment;
    private IBrowserContext? _browser;

    private DashboardProcess((string Address, string Token)? control)
    {
        Address = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        OtlpAddress = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        _otlp.BaseAddress = OtlpAddress;
        _otlp.DefaultRequestHeaders.Add("x-otlp-api-key", ApiKey);
        _api.BaseAddress = new Uri(Address, "/api/telemetry/");
        _api.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        _environment = new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = $"{Address};{OtlpAddress}",
            ["Otlp__Address"] = OtlpAddress.ToString(),
            ["Otlp__ApiKey"] = ApiKey,
            ["Dashboard__Token"] = Token,
            ["Dashboard__DataFolder"] = _folder.Path,
            ["ControlApi__Address"] = control?.Address,
            ["ControlApi__Token"] = control?.Token,
        };
    }

    public Uri Address { get; }

    public Uri OtlpAddress { get; }

    /// <summary>Starts the dashboard and waits until it answers.</summary>
    /// <param name="control">The control API's address and token; null for none.</param>
    public static async Task<DashboardProcess> StartAsync((string Address, string Token)? control = null)
    {
        var dashboard = new DashboardProcess(control);
        await dashboard.StartAgainAsync();
        return dashboard;
    }

    /// <summary>Starts it once more with the same ports and data.</summary>
    public Task StartAgainAsync() => RunAsync("Sophia.Dashboard", Address, _environment);

    /// <summary>Ends it as an out-of-memory killer would.</summary>
    public async Task KillAsync()
    {
        var process = _processes[^1];
        Posix.Signal(process.Id, Posix.SignalKill);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Asks the HTTP API for a page's items.</summary>
    public async Task<IReadOnlyList<JsonNode>> ReadItemsAsync(string path) =>
        [.. (await _api.GetFromJsonAsync<JsonNode>(path, TestContext.Current.CancellationToken))!["items"]!.AsArray().OfType<JsonNode>()];

    /// <summary>Starts the executives' page with an API that does not answer, sending its telemetry here.</summary>
    /// <returns>Its address.</returns>
    public async Task<Uri> StartWebWithoutApiAsync()
    {
        var address = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        await RunAsync("Sophia.Web", address, new(StringComparer.Ordinal)
        {
            ["ASPNETCORE_URLS"] = address.ToString(),
            ["services__api__http__0"] = $"http://127.0.0.1:{FreePorts.Next()}",
            ["OTEL_SERVICE_NAME"] = "web",
            ["OTEL_RESOURCE_ATTRIBUTES"] = "service.instance.id=web-1",
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = OtlpAddress.ToString(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={ApiKey}",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
            ["OTEL_BLRP_SCHEDULE_DELAY"] = "200",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "1000",
        });
        return address;
    }

    /// <summary>Opens a page as somebody who came by the printed link.</summary>
    public async Task<IPage> OpenAsync(string path)
    {
        if (_browser is null)
        {
            _browser = await Browser.OpenContextAsync();
            var first = await _browser.NewPageAsync();
            await first.GotoAsync($"{Address}?t={Token}");
            await first.CloseAsync();
        }

        var page = await _browser.NewPageAsync();
        Browser.CloseAfterTest(page, () => page.CloseAsync());
        await page.GotoAsync(new Uri(Address, path).ToString());
        // What is drawn before the circuit stands takes no clicks.
        await page.WaitForSelectorAsync("html[data-answers]");
        return page;
    }

    /// <summary>Sends OTLP in JSON.</summary>
    public async Task SendAsync(string signal, JsonNode body)
    {
        using var answer = await _otlp.PostAsJsonAsync($"/v1/{signal}", body, TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        foreach (var process in _processes)
        {
            if (!process.HasExited)
            {
                Posix.Signal(process.Id, Posix.SignalTerminate);
            }

            await process.WaitForExitAsync(CancellationToken.None);
            process.Dispose();
        }

        _otlp.Dispose();
        _api.Dispose();
        _folder.Dispose();
    }

    private async Task RunAsync(string project, Uri address, Dictionary<string, string?> environment)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var assembly = Path.Combine(Repository.Root, project, "bin", configuration, "net10.0", $"{project}.dll");
        // A test run that is killed must not leave processes behind.
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig=KILL", "dotnet", "exec", assembly])
        {
            WorkingDirectory = Path.Combine(Repository.Root, project),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var output = new RecentLines(capacity: 40);
        var process = await ProcessSpawner.StartAsync(start);
        process.OutputDataReceived += (_, line) => output.Add(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => output.Add(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _processes.Add(process);
        using var http = new HttpClient();
        await Eventually.SeeAsync(
            async () => process.HasExited
                ? throw new InvalidOperationException($"{project} ended with exit code {process.ExitCode}:\n{output}")
                : await http.GetStringAsync(new Uri(address, "/alive"), TestContext.Current.CancellationToken),
            static _ => true,
            TimeSpan.FromSeconds(60));
    }
}
