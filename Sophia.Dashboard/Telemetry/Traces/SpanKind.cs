namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>A span's side of the conversation; the numbers are OTLP's.</summary>
public enum SpanKind
{
    /// <summary>The sender gave none.</summary>
    Unspecified = 0,

    /// <summary>Work inside a process.</summary>
    Internal = 1,

    /// <summary>Answers a request.</summary>
    Server = 2,

    /// <summary>Makes a request.</summary>
    Client = 3,

    /// <summary>Sends a message.</summary>
    Producer = 4,

    /// <summary>Handles a message.</summary>
    Consumer = 5,
}
