using System.Globalization;

namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>Writes attributes as <c>KeyValue</c> messages.</summary>
internal static class OtlpAttributeWriter
{
    /// <summary>Writes an attribute into a field of a message.</summary>
    /// <param name="writer">The message.</param>
    /// <param name="field">The field's number.</param>
    /// <param name="attribute">The attribute.</param>
    public static void Write(ProtoWriter writer, int field, TelemetryAttribute attribute)
    {
        var value = new ProtoWriter();
        switch (attribute.Kind)
        {
            case AttributeKind.Boolean:
                value.UInt64(2, attribute.Value == "true" ? 1UL : 0);
                break;
            case AttributeKind.WholeNumber:
                value.UInt64(3, (ulong)long.Parse(attribute.Value, CultureInfo.InvariantCulture));
                break;
            case AttributeKind.Number:
                value.Fixed64(4, BitConverter.DoubleToUInt64Bits(double.Parse(attribute.Value, CultureInfo.InvariantCulture)));
                break;
            case AttributeKind.Bytes:
                value.Bytes(7, Convert.FromBase64String(attribute.Value));
                break;
            case AttributeKind.Text or AttributeKind.Json:
                value.Text(1, attribute.Value);
                break;
        }

        var pair = new ProtoWriter();
        pair.Text(1, attribute.Key);
        pair.Bytes(2, value.Written);
        writer.Bytes(field, pair.Written);
    }
}
