namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Reads the records of a request.</summary>
/// <typeparam name="THeader">The records' headers.</typeparam>
/// <param name="request">The request in protobuf.</param>
/// <param name="receivedAt">When it was received, in nanoseconds since 1970.</param>
/// <param name="records">Where the records go.</param>
internal delegate void RecordDecoder<THeader>(ReadOnlySpan<byte> request, long receivedAt, DecodedRecords<THeader> records)
    where THeader : unmanaged, IRecordHeader;
