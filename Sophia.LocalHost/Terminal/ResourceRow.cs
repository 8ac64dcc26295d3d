using System.Globalization;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Sophia.LocalHost.Running;

namespace Sophia.LocalHost.Terminal;

/// <summary>Puts a resource into words.</summary>
internal static class ResourceRow
{
    private const int BarWidth = 20;

    public static string Health(ResourceSnapshot snapshot) => snapshot switch
    {
        { State: not ResourceState.Running } => "",
        { Health: null } => "…",
        { Health: HealthStatus.Unhealthy, IsReady: false } => "Unhealthy",
        { Health: { } health } => health.ToString(),
    };

    /// <summary>Progress, what is waited for, what is wrong, or where it listens.</summary>
    public static string Detail(ResourceSnapshot snapshot)
    {
        if (snapshot.Message is { } message)
        {
            return message;
        }

        var url = snapshot.Urls.Count > 0 ? snapshot.Urls[0] : "";
        if (snapshot.Load is { Progress: { } progress } load)
        {
            return $"{Bar(progress)} {load.Description}  {url}".TrimEnd();
        }

        var trouble = snapshot.State == ResourceState.Running
            ? snapshot.HealthReports.FirstOrDefault(report => report.Status != HealthStatus.Healthy)
            : null;
        return trouble is null ? url : $"{trouble.Name}: {trouble.Description}  {url}".TrimEnd();
    }

    /// <summary>The name; a replica's is set in under its project's.</summary>
    public static string Name(ResourceSnapshot snapshot) => snapshot.ReplicaOf is null ? snapshot.Name : $"  {snapshot.Name}";

    /// <summary>All of it on one line, for consoles that cannot redraw.</summary>
    public static string Line(ResourceSnapshot snapshot) =>
        $"{Name(snapshot),-10} {snapshot.State,-10} {Health(snapshot),-10} {Detail(snapshot)}".TrimEnd();

    private static string Bar(double progress)
    {
        var filled = (int)(Math.Clamp(progress, 0, 1) * BarWidth);
        return string.Create(CultureInfo.InvariantCulture, $"[{new string('#', filled)}{new string('.', BarWidth - filled)}] {progress * 100:0} %");
    }
}
