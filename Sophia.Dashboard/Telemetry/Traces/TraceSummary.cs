namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>One line of the list of traces.</summary>
/// <param name="TraceId">Its id, 32 hexadecimal digits.</param>
/// <param name="Name">The root span's name, or the earliest span's where the root has not come (yet).</param>
/// <param name="Service">That span's service.</param>
/// <param name="HasRoot">Whether the root has come.</param>
/// <param name="Category">What that span is about.</param>
/// <param name="Start">When its first span began.</param>
/// <param name="Duration">From the first begin to the last end.</param>
/// <param name="Spans">How many spans are kept.</param>
/// <param name="Errors">How many of them failed.</param>
/// <param name="Resources">Spans and errors of each service, in order of first appearance.</param>
/// <param name="Count">How many traces it stands for: 1, or more where their sender keeps only some.</param>
public sealed record TraceSummary(
    string TraceId, string Name, string Service, bool HasRoot, SpanCategory Category, DateTimeOffset Start, TimeSpan Duration, int Spans,
    int Errors, IReadOnlyList<TraceResource> Resources, double Count);
