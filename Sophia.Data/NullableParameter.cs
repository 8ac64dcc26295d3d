using Npgsql;
using NpgsqlTypes;

namespace Sophia.Data;

/// <summary>Makes parameters that may be null, whose type Postgres therefore has to be told.</summary>
internal static class NullableParameter
{
    public static NpgsqlParameter Of(object? value, NpgsqlDbType type) => new() { Value = value ?? DBNull.Value, NpgsqlDbType = type };
}
