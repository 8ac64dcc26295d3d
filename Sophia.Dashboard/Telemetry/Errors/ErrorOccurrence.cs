namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>One failure.</summary>
/// <param name="Time">When.</param>
/// <param name="Service">Where.</param>
/// <param name="Type">The exception's type.</param>
/// <param name="Message">Its message.</param>
/// <param name="StackTrace">Its stack trace; empty where none was sent.</param>
/// <param name="Operation">The span's name or logger's category.</param>
/// <param name="TraceId">The trace.</param>
/// <param name="SpanId">The span.</param>
/// <param name="Count">How many failures it stands for: more than 1 of a span whose sender keeps only some; log records are all sent.</param>
internal sealed record ErrorOccurrence(
    DateTimeOffset Time, string Service, string Type, string Message, string StackTrace, string Operation, string? TraceId, string? SpanId, double Count);
