using Npgsql;

namespace Sophia.Data.Projection;

/// <summary>The table of one kind of fact, whatever the kind.</summary>
internal interface IFactTable
{
    /// <summary>The table's name; its history's is the same with <c>_history</c>.</summary>
    string Name { get; }

    /// <summary>The kind of fact.</summary>
    Type Fact { get; }

    /// <summary>A <see cref="FactMerge{TFact}"/> of what the log says next with what the table holds; nothing is written.</summary>
    Task<object> MergeAsync(NpgsqlConnection connection, IReadOnlyList<MappedFact> mapped, CancellationToken cancellationToken);

    /// <summary>Writes what a merge changed.</summary>
    Task StoreAsync(NpgsqlConnection connection, object merge, CancellationToken cancellationToken);
}
