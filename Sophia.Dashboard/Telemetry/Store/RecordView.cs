namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>The headers of a segment at one moment; what it shows never changes.</summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
/// <param name="Headers">The headers; only the first <paramref name="Count"/> belong to the view.</param>
/// <param name="Count">How many records.</param>
/// <param name="Earliest">The earliest record's time, in nanoseconds since 1970.</param>
/// <param name="Latest">The latest record's time.</param>
internal sealed record RecordView<THeader>(THeader[] Headers, int Count, long Earliest, long Latest)
    where THeader : unmanaged, IRecordHeader
{
    /// <summary>The records.</summary>
    public ReadOnlySpan<THeader> Records => Headers.AsSpan(0, Count);

    /// <summary>Whether a record may lie in a window.</summary>
    /// <param name="from">The window's begin.</param>
    /// <param name="to">The window's end.</param>
    /// <returns>False when none does.</returns>
    public bool Overlaps(long from, long to) => Count > 0 && Latest >= from && Earliest < to;
}
