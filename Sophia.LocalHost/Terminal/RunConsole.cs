using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Output;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Terminal;

/// <summary>What the host prints: a table that updates in place on a terminal, a line per change elsewhere.</summary>
internal sealed class RunConsole(ResourceBoard board, RunLogs logs, TimeProvider clock)
{
    // Enough to see why; the rest is in the log file.
    private const int LinesShown = 15;
    private static readonly TimeSpan s_redraw = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan s_progressLine = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly LiveTable? _table = LiveTable.IsPossible ? new LiveTable(Console.Out) : null;

    // One entry per resource.
    private readonly Dictionary<string, string> _shown = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _lastProgress = new(StringComparer.Ordinal);

    /// <summary>Prints text above the table.</summary>
    public void Write(string text)
    {
        lock (_lock)
        {
            if (_table is null)
            {
                // What happened before the text stands before it.
                foreach (var snapshot in ResourceRows.ForPeople(board.All))
                {
                    ShowLine(snapshot);
                }
            }

            _table?.Clear();
            Console.Out.WriteLine(text);
            _table?.Draw(ResourceRows.ForPeople(board.All));
        }
    }

    /// <summary>Prints where everything is, once all of it is up.</summary>
    public void WriteReady(string controlAddress, string? dashboardAddress)
    {
        var urls = board.All.Where(r => r is { ReplicaOf: null, Urls.Count: > 0 }).ToDictionary(r => r.Name, r => r.Urls[0], StringComparer.Ordinal);
        List<string> lines = ["", "Sophia is up."];
        AddWhenKnown("web", "", "The dashboard:     ");
        AddWhenKnown("api", "/swagger", "API documentation: ");
        AddWhenKnown("sandbox", "/sandbox/company", "The made-up company:");
        if (dashboardAddress is not null)
        {
            lines.Add($"  {"For operators:",-21}{dashboardAddress}");
        }

        lines.Add($"  Control API:         {controlAddress} (token in .sophia)");
        lines.Add("  Stop with Ctrl+C.");
        Write(string.Join('\n', lines) + "\n");

        void AddWhenKnown(string name, string path, string title)
        {
            if (urls.TryGetValue(name, out var url))
            {
                lines.Add($"  {title,-21}{url}{path}");
            }
        }
    }

    /// <summary>Shows changes until cancelled.</summary>
    public async Task ShowAsync(CancellationToken cancellationToken)
    {
        await foreach (var snapshot in board.WatchAsync(ResourceRows.ForPeople, cancellationToken))
        {
            lock (_lock)
            {
                ShowFailure(snapshot);
                if (_table is null)
                {
                    ShowLine(snapshot);
                }
                else
                {
                    _table.Draw(ResourceRows.ForPeople(board.All));
                }
            }

            if (_table is not null)
            {
                // Several resources change at once at the start; the eye needs no more than five pictures a second.
                await Task.Delay(s_redraw, clock, cancellationToken);
            }
        }
    }

    private void ShowLine(ResourceSnapshot snapshot)
    {
        var text = ResourceRow.Line(snapshot);
        if (_shown.GetValueOrDefault(snapshot.Name) == text || !IsWorthALine(snapshot))
        {
            return;
        }

        _shown[snapshot.Name] = text;
        Console.Out.WriteLine($"{clock.GetLocalNow():HH:mm:ss} {text}");
    }

    /// <summary>A load and an installation move all the time: on paper a line every ten seconds says enough.</summary>
    private bool IsWorthALine(ResourceSnapshot snapshot)
    {
        if (snapshot is { State: ResourceState.NotStarted, Message: null })
        {
            return false;
        }

        if (snapshot is { Load: null, Message: null } && snapshot.Health is not HealthStatus.Unhealthy)
        {
            return snapshot.State != ResourceState.Running || snapshot.Health is not null;
        }

        if (_lastProgress.TryGetValue(snapshot.Name, out var last) && clock.GetElapsedTime(last) < s_progressLine)
        {
            return false;
        }

        _lastProgress[snapshot.Name] = clock.GetTimestamp();
        // Until the first answer after a start there is nothing wrong yet.
        return snapshot.Health is not HealthStatus.Unhealthy || clock.GetUtcNow() - snapshot.Started > s_progressLine;
    }

    private void ShowFailure(ResourceSnapshot snapshot)
    {
        var key = snapshot.Name + "/restarts";
        var restarts = $"{snapshot.Restarts}";
        if (snapshot.Restarts == 0 || _shown.GetValueOrDefault(key) == restarts)
        {
            return;
        }

        _shown[key] = restarts;
        _table?.Clear();
        Console.Out.WriteLine($"--- {snapshot.Name}: {snapshot.State}; its last lines:");
        foreach (var line in logs.Tail(resource => resource == snapshot.Name || board.Find(resource)?.ReplicaOf == snapshot.Name, LinesShown))
        {
            Console.Out.WriteLine($"    {line.Text}");
        }
    }
}
