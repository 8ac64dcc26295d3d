namespace Sophia.Core.Events;

/// <summary>
/// A place in the event log. Transactions order before positions because a transaction that started earlier may commit
/// later with lower positions; readers that go by the position alone would skip it.
/// </summary>
/// <param name="TransactionId">The Postgres transaction that appended the entry.</param>
/// <param name="Position">The entry's number within the log.</param>
public readonly record struct LogPosition(ulong TransactionId, long Position) : IComparable<LogPosition>
{
    /// <summary>Before the first entry.</summary>
    public static LogPosition Start => default;

    /// <inheritdoc />
    public int CompareTo(LogPosition other) =>
        TransactionId != other.TransactionId
            ? TransactionId.CompareTo(other.TransactionId)
            : Position.CompareTo(other.Position);

    /// <summary>Whether one place lies before another.</summary>
    public static bool operator <(LogPosition left, LogPosition right) => left.CompareTo(right) < 0;

    /// <summary>Whether one place lies behind another.</summary>
    public static bool operator >(LogPosition left, LogPosition right) => left.CompareTo(right) > 0;

    /// <summary>Whether one place is another or lies before it.</summary>
    public static bool operator <=(LogPosition left, LogPosition right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one place is another or lies behind it.</summary>
    public static bool operator >=(LogPosition left, LogPosition right) => left.CompareTo(right) >= 0;
}
