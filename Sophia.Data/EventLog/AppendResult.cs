namespace Sophia.Data.EventLog;

/// <summary>What became of the events handed to <see cref="EventAppender"/>.</summary>
/// <param name="Appended">How many are new in the log.</param>
/// <param name="Dropped">How many equalled the newest entry of their stream and were dropped.</param>
public sealed record AppendResult(int Appended, int Dropped);
