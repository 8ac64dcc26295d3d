using Sophia.Dashboard.Telemetry.Logs;

namespace Sophia.Dashboard.Logs;

/// <summary>Writes how grave a record is.</summary>
public static class LogSeverityText
{
    /// <summary>good, warn, bad, or empty for neither.</summary>
    public static string Tone(LogSeverity severity) => severity switch
    {
        >= LogSeverity.Error => "bad",
        >= LogSeverity.Warning => "warn",
        _ => "",
    };

    /// <summary>The name; ranges of OTLP count as the level at their begin.</summary>
    public static string Write(LogSeverity severity) => severity switch
    {
        >= LogSeverity.Critical => "Critical",
        >= LogSeverity.Error => "Error",
        >= LogSeverity.Warning => "Warning",
        >= LogSeverity.Information => "Information",
        >= LogSeverity.Debug => "Debug",
        >= LogSeverity.Trace => "Trace",
        _ => "—",
    };
}
