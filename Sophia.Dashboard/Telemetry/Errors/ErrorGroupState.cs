namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>An error group, while it grows.</summary>
internal sealed class ErrorGroupState
{
    private const int Hours = 24;

    // A failure is often told twice, by the span and by the log record in it.
    private const int SpansRemembered = 64;

    public required string Fingerprint { get; init; }

    public required string Service { get; init; }

    public required string Type { get; init; }

    public string Message { get; set; } = "";

    public string Operation { get; set; } = "";

    public DateTimeOffset FirstSeen { get; set; } = DateTimeOffset.MaxValue;

    public DateTimeOffset LastSeen { get; set; } = DateTimeOffset.MinValue;

    public double Count { get; set; }

    public string? TraceId { get; set; }

    public string? SpanId { get; set; }

    public string? StackTrace { get; set; }

    /// <summary>How many in an hour, by the hour's number since 1970; the latest 24.</summary>
    public Dictionary<long, double> ByHour { get; init; } = [];

    /// <summary>The spans that were counted last.</summary>
    public Queue<string> Counted { get; init; } = [];

    /// <summary>Of those the ones that stand for others too: how many others.</summary>
    public Dictionary<string, double> Others { get; init; } = [];

    /// <summary>Counts an occurrence.</summary>
    /// <param name="occurrence">The occurrence.</param>
    public void Add(ErrorOccurrence occurrence)
    {
        if (occurrence.SpanId is not null)
        {
            var span = $"{occurrence.TraceId}/{occurrence.SpanId}";
            if (Counted.Contains(span))
            {
                // A log record tells of the same failure. Those of the others tell of theirs, since no log record is left out.
                if (Others.Remove(span, out var others))
                {
                    Add(Hour(occurrence.Time), -others);
                }

                return;
            }

            Counted.Enqueue(span);
            if (occurrence.Count > 1)
            {
                Others[span] = occurrence.Count - 1;
            }

            if (Counted.Count > SpansRemembered)
            {
                Others.Remove(Counted.Dequeue());
            }
        }

        FirstSeen = occurrence.Time < FirstSeen ? occurrence.Time : FirstSeen;
        Add(Hour(occurrence.Time), occurrence.Count);
        if (occurrence.Time < LastSeen)
        {
            return;
        }

        LastSeen = occurrence.Time;
        Message = occurrence.Message;
        Operation = occurrence.Operation;
        TraceId = occurrence.TraceId ?? TraceId;
        SpanId = occurrence.TraceId is null ? SpanId : occurrence.SpanId;
        StackTrace = occurrence.StackTrace.Length > 0 ? occurrence.StackTrace : StackTrace;
    }

    /// <summary>What pages see.</summary>
    /// <param name="now">The time.</param>
    /// <returns>The group as it stands now.</returns>
    public ErrorGroup ToGroup(DateTimeOffset now) => new(
        Fingerprint, Service, Type, Message, Operation, FirstSeen, LastSeen, (long)Math.Round(Count),
        [.. Enumerable.Range(0, Hours).Select(hour => (long)Math.Round(ByHour.GetValueOrDefault(Hour(now) - Hours + 1 + hour)))], TraceId, SpanId, StackTrace);

    private void Add(long hour, double count)
    {
        Count += count;
        ByHour[hour] = Math.Max(0, ByHour.GetValueOrDefault(hour) + count);
        if (ByHour.Count > Hours)
        {
            ByHour.Remove(ByHour.Keys.Min());
        }
    }

    private static long Hour(DateTimeOffset time) => time.ToUnixTimeSeconds() / 3600;
}
