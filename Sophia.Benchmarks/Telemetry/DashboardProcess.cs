using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Sophia.LocalHost.Servers;

namespace Sophia.Benchmarks.Telemetry;

/// <summary>The dashboard in a process of its own, on one processor.</summary>
internal sealed class DashboardProcess : IDisposable
{
    private const string Key = "benchmark";
    private readonly Process _process;

    private DashboardProcess(Process process, Uri otlp, Uri pages)
    {
        _process = process;
        Otlp = new HttpClient { BaseAddress = otlp };
        Otlp.DefaultRequestHeaders.Add("x-otlp-api-key", Key);
        Api = new HttpClient { BaseAddress = pages };
        Api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);
    }

    /// <summary>A sender.</summary>
    public HttpClient Otlp { get; }

    /// <summary>A tool that asks.</summary>
    public HttpClient Api { get; }

    /// <summary>The address that signs a browser in.</summary>
    public Uri SignIn => new(Api.BaseAddress!, $"/?t={Key}");

    /// <summary>The memory that it holds, in megabytes.</summary>
    public double Megabytes => Status("VmRSS:");

    /// <summary>The most memory that it held, in megabytes.</summary>
    public double PeakMegabytes => Status("VmHWM:");

    /// <summary>The processor time that it took.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Starts it and waits until it answers.</summary>
    /// <param name="folder">Where it keeps its data.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>The process.</returns>
    public static async Task<DashboardProcess> StartAsync(string folder, CancellationToken cancellationToken)
    {
        var otlp = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var pages = new Uri($"http://127.0.0.1:{FreePorts.Next()}");
        var start = new ProcessStartInfo("taskset") { WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true };
        foreach (var argument in (string[])["-c", "0", "dotnet", Path.Combine(AppContext.BaseDirectory, "Sophia.Dashboard.dll")])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["ASPNETCORE_URLS"] = pages.ToString();
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["Otlp__Address"] = otlp.ToString();
        start.Environment["Otlp__ApiKey"] = Key;
        start.Environment["Dashboard__Token"] = Key;
        start.Environment["Dashboard__DataFolder"] = folder;
        start.Environment["DOTNET_gcServer"] = "0";
        start.Environment["DOTNET_ThreadPool_UnfairSemaphoreSpinLimit"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("The dashboard did not start.");
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var dashboard = new DashboardProcess(process, otlp, pages);
        while (!await dashboard.IsAliveAsync(cancellationToken))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"The dashboard ended with {process.ExitCode}.");
            }

            await Task.Delay(20, cancellationToken);
        }

        return dashboard;
    }

    /// <summary>Kills it as a lack of memory would.</summary>
    public void Kill()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Kill();
        _process.Dispose();
        Otlp.Dispose();
        Api.Dispose();
    }

    private async Task<bool> IsAliveAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await Api.GetAsync("/alive", cancellationToken);
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private double Status(string field)
    {
        var line = File.ReadLines($"/proc/{_process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[^2], CultureInfo.InvariantCulture) / 1024;
    }
}
