namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>What is held in memory of a record whose bytes are on disk.</summary>
internal interface IRecordHeader
{
    /// <summary>Where the record's bytes begin: in the request while it is decoded, in the segment's file once it is kept.</summary>
    int Offset { get; set; }

    /// <summary>How many bytes the record has.</summary>
    int Length { get; }

    /// <summary>When it happened, in nanoseconds since 1970.</summary>
    long Time { get; }

    /// <summary>The process it came from.</summary>
    int Resource { get; }

    /// <summary>Whether it tells of a failure.</summary>
    bool IsError { get; }
}
