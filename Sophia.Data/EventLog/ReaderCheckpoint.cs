using Npgsql;
using NpgsqlTypes;
using Sophia.Core.Events;

namespace Sophia.Data.EventLog;

/// <summary>How far a reader has gone through the event log.</summary>
/// <param name="Reader">The reader's name.</param>
/// <param name="Position">The last entry that it has dealt with.</param>
public sealed record ReaderCheckpoint(string Reader, LogPosition Position)
{
    private const string Store = """
        INSERT INTO reader_checkpoint (reader, transaction_id, position) VALUES ($1, $2, $3)
        ON CONFLICT (reader) DO UPDATE SET transaction_id = excluded.transaction_id, position = excluded.position
        """;

    internal NpgsqlBatchCommand ToCommand() => new(Store)
    {
        Parameters =
        {
            new() { Value = Reader },
            new() { Value = Position.TransactionId, NpgsqlDbType = NpgsqlDbType.Xid8 },
            new() { Value = Position.Position },
        },
    };
}
