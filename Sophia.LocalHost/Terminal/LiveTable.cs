using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Terminal;

/// <summary>A table at the bottom of a terminal, drawn over itself.</summary>
internal sealed class LiveTable(TextWriter output)
{
    private const string ClearLine = "\e[2K";
    private const string Green = "\e[32m";
    private const string Yellow = "\e[33m";
    private const string Red = "\e[31m";
    private const string Plain = "\e[0m";
    private int _drawn;

    public static bool IsPossible => !Console.IsOutputRedirected && Environment.GetEnvironmentVariable("TERM") is { Length: > 0 } and not "dumb";

    /// <summary>Takes the table away, so that text can be printed where it was.</summary>
    public void Clear()
    {
        if (_drawn > 0)
        {
            output.Write($"\e[{_drawn}A\e[0J");
            _drawn = 0;
        }
    }

    public void Draw(IReadOnlyList<ResourceSnapshot> resources)
    {
        var width = Math.Max(40, Console.WindowWidth - 1);
        var names = resources.Max(r => ResourceRow.Name(r).Length);
        var states = Math.Max(10, resources.Max(r => r.State.Length));
        var up = _drawn > 0 ? $"\e[{_drawn}A" : "";
        var rows = resources.Select(r =>
            $"{ClearLine}{ColorOf(r)}{Cut($"{ResourceRow.Name(r).PadRight(names)}  {r.State.PadRight(states)}  {ResourceRow.Health(r),-9}  {ResourceRow.Detail(r)}", width)}{Plain}\n");
        output.Write(up + string.Concat(rows));
        output.Flush();
        _drawn = resources.Count;
    }

    // A line that wraps would spoil the count of lines to go up.
    private static string Cut(string text, int width) => text.Length <= width ? text : text[..(width - 1)] + "…";

    private static string ColorOf(ResourceSnapshot resource) => resource switch
    {
        { IsReady: true, Health: HealthStatus.Healthy } => Green,
        { Restarts: > 0, IsReady: false } => Red,
        { State: ResourceState.Exited or ResourceState.FailedToStart } => Red,
        _ => Yellow,
    };
}
