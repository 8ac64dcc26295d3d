namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>How a protobuf field is encoded (protobuf.dev/programming-guides/encoding).</summary>
internal enum WireType
{
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    Fixed32 = 5,
}
