namespace Sophia.Dashboard.Telemetry.Logs;

/// <summary>How grave a log record is. The names are .NET's, the numbers where each range of OTLP begins.</summary>
public enum LogSeverity
{
    /// <summary>The sender gave none.</summary>
    Unspecified = 0,

    /// <summary>Trace.</summary>
    Trace = 1,

    /// <summary>Debug.</summary>
    Debug = 5,

    /// <summary>Information.</summary>
    Information = 9,

    /// <summary>Warning.</summary>
    Warning = 13,

    /// <summary>Error.</summary>
    Error = 17,

    /// <summary>Critical.</summary>
    Critical = 21,
}
