namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>Exceptions that are the same by fingerprint: service, type, and the top frames of the stack without line numbers.</summary>
/// <param name="Fingerprint">16 hexadecimal digits.</param>
/// <param name="Service">Where they happened.</param>
/// <param name="Type">The exception's type, or <c>error</c> of a failed span without an exception.</param>
/// <param name="Message">The latest message.</param>
/// <param name="Operation">The latest span's name or logger's category.</param>
/// <param name="FirstSeen">When the first happened; kept when its span no longer is.</param>
/// <param name="LastSeen">When the latest happened.</param>
/// <param name="Count">How many happened since <see cref="FirstSeen"/>; a span that stands for several counts as those.</param>
/// <param name="Trend">How many in each of the last 24 hours, the current hour last.</param>
/// <param name="TraceId">The latest trace with one.</param>
/// <param name="SpanId">The span that failed in it.</param>
/// <param name="StackTrace">The latest stack trace, where one was sent; at most 8 KB.</param>
public sealed record ErrorGroup(
    string Fingerprint, string Service, string Type, string Message, string Operation, DateTimeOffset FirstSeen, DateTimeOffset LastSeen,
    long Count, IReadOnlyList<long> Trend, string? TraceId, string? SpanId, string? StackTrace);
