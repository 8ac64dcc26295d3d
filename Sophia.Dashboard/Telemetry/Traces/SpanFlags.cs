namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>What searches need to know of a span before they read it.</summary>
[Flags]
internal enum SpanFlags : byte
{
    None = 0,

    /// <summary>It has an exception event.</summary>
    Exception = 1,

    /// <summary>It refers to other spans.</summary>
    Links = 2,

    /// <summary>It is a connection that stayed open, so that its duration says nothing of how fast anything was answered.</summary>
    Connection = 4,
}
