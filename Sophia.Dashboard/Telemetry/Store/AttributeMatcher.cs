using System.Text;
using Sophia.Dashboard.Telemetry.Otlp;
using Sophia.Dashboard.Telemetry.Resources;

namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Tries attribute filters on a record's bytes.</summary>
/// <param name="filters">The filters, all of which must hold.</param>
/// <param name="field">The record's field that holds attributes.</param>
internal sealed class AttributeMatcher(IReadOnlyList<AttributeFilter> filters, int field)
{
    private readonly byte[][] _keys = [.. filters.Select(static filter => Encoding.UTF8.GetBytes(filter.Key))];

    /// <summary>Whether there is no filter.</summary>
    public bool IsEmpty => _keys.Length == 0;

    /// <summary>Whether all filters hold.</summary>
    /// <param name="record">The record's bytes.</param>
    /// <param name="resource">Its process, whose attributes count where the record has none of a name.</param>
    /// <param name="special">The value of a filter's key that is no attribute, such as <c>message</c>.</param>
    /// <returns>True when they do.</returns>
    public bool Matches(ReadOnlySpan<byte> record, ResourceEntry? resource, Func<string, string?> special)
    {
        for (var i = 0; i < _keys.Length; i++)
        {
            var value = Find(record, _keys[i]) ?? special(filters[i].Key) ?? resource?.Attribute(filters[i].Key);
            if (!filters[i].Matches(value))
            {
                return false;
            }
        }

        return true;
    }

    private string? Find(ReadOnlySpan<byte> record, byte[] wanted)
    {
        var reader = new ProtoReader(record);
        while (reader.Next())
        {
            if (reader.Field != field)
            {
                reader.Skip();
                continue;
            }

            OtlpAttributes.Split(reader.Bytes(), out var key, out var value);
            if (key.SequenceEqual(wanted))
            {
                return OtlpAttributes.ReadValue(value, out _);
            }
        }

        return null;
    }
}
