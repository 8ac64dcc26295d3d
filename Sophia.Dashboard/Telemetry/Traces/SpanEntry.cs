namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>One span.</summary>
/// <param name="Id">Identifies it while it is kept, and orders spans by when they arrived.</param>
/// <param name="TraceId">Its trace, 32 hexadecimal digits.</param>
/// <param name="SpanId">Its id, 16 hexadecimal digits.</param>
/// <param name="ParentSpanId">The span that caused it; null of a root.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Its side of the conversation.</param>
/// <param name="Category">What it is about.</param>
/// <param name="Status">How it ended.</param>
/// <param name="StatusMessage">What was said about its status.</param>
/// <param name="Start">When it began, by the sender's clock.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Resource">The key of the process it ran in.</param>
/// <param name="Service">That process's service.</param>
/// <param name="Scope">The activity source's name.</param>
/// <param name="Peer">Of a client or producer span: whom it called, from its attributes.</param>
/// <param name="Attributes">Its attributes.</param>
/// <param name="Events">Its events.</param>
/// <param name="Links">The spans it refers to.</param>
/// <param name="Count">How many spans it stands for: 1, or more where its sender keeps only some.</param>
public sealed record SpanEntry(
    long Id, string TraceId, string SpanId, string? ParentSpanId, string Name, SpanKind Kind, SpanCategory Category, SpanStatus Status,
    string? StatusMessage, DateTimeOffset Start, TimeSpan Duration, string Resource, string Service, string Scope, string? Peer,
    IReadOnlyList<TelemetryAttribute> Attributes, IReadOnlyList<SpanEvent> Events, IReadOnlyList<SpanLink> Links, double Count);
