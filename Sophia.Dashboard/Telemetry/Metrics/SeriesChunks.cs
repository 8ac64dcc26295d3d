namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>What is kept of a series over a window.</summary>
/// <param name="Series">The series.</param>
/// <param name="Chunks">Its chunks, oldest first; the first and the last may reach beyond the window.</param>
internal sealed record SeriesChunks(SeriesEntry Series, List<ReadOnlyMemory<byte>> Chunks);
