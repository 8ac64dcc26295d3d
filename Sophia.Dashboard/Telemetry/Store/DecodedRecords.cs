namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>The records of one request.</summary>
/// <typeparam name="THeader">Their headers.</typeparam>
internal sealed class DecodedRecords<THeader>
    where THeader : unmanaged, IRecordHeader
{
    // Protects memory: the shortest record has two bytes, so a body could hold millions.
    private const int Most = 65_536;
    private THeader[] _headers = new THeader[256];

    /// <summary>How many were accepted.</summary>
    public int Count { get; private set; }

    /// <summary>How many were refused.</summary>
    public int Rejected { get; private set; }

    /// <summary>Why the last one was refused.</summary>
    public string? Reason { get; private set; }

    /// <summary>The accepted records.</summary>
    public Span<THeader> Headers => _headers.AsSpan(0, Count);

    /// <summary>Accepts a record.</summary>
    /// <param name="header">Its header.</param>
    public void Add(in THeader header)
    {
        if (Count == Most)
        {
            throw new OversizedRequestException($"A request holds at most {Most} records.");
        }

        if (Count == _headers.Length)
        {
            Array.Resize(ref _headers, Count * 2);
        }

        _headers[Count++] = header;
    }

    /// <summary>Refuses records.</summary>
    /// <param name="reason">Why.</param>
    /// <param name="count">How many.</param>
    public void Reject(string reason, int count = 1)
    {
        Reason = reason;
        Rejected += count;
    }

    /// <summary>Begins anew.</summary>
    public void Clear()
    {
        Count = 0;
        Rejected = 0;
        Reason = null;
        if (_headers.Length > 4096)
        {
            _headers = new THeader[256];
        }
    }
}
