namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Is told of records in the order in which they are kept, each once, also after a crash.</summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
/// <param name="position">The first record's id.</param>
/// <param name="request">The request they came in.</param>
/// <param name="headers">The records, with offsets in the request.</param>
/// <param name="restored">Whether they come from the disk.</param>
internal delegate void RecordObserver<THeader>(long position, ReadOnlySpan<byte> request, ReadOnlySpan<THeader> headers, bool restored)
    where THeader : unmanaged, IRecordHeader;
