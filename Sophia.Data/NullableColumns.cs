using Npgsql;

namespace Sophia.Data;

/// <summary>Reads columns of rows that are already buffered and may hold null.</summary>
internal static class NullableColumns
{
    extension(NpgsqlDataReader row)
    {
        /// <summary>The text, or null. Nullable values need no such thing: <c>GetFieldValue</c> reads them.</summary>
        public string? GetText(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        /// <summary>The bytes, or null.</summary>
        public byte[]? GetByteArray(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);
    }
}
