namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>A field's type in protobuf, and with it its form in JSON.</summary>
internal enum OtlpFieldType
{
    /// <summary>Text.</summary>
    Utf8,

    /// <summary>Bytes; base64 in JSON.</summary>
    Bytes,

    /// <summary>Bytes of a trace or span; hexadecimal in JSON, unlike all other bytes.</summary>
    Id,

    /// <summary><c>bool</c>.</summary>
    Bool,

    /// <summary>A varint that JSON writes as a number: <c>uint32</c> and enums.</summary>
    Number,

    /// <summary>A varint that JSON writes as text: <c>int64</c> and <c>uint64</c>.</summary>
    LongNumber,

    /// <summary><c>sint32</c>.</summary>
    SignedNumber,

    /// <summary><c>fixed32</c>.</summary>
    Fixed32,

    /// <summary><c>fixed64</c> and <c>sfixed64</c>; text in JSON.</summary>
    Fixed64,

    /// <summary><c>double</c>.</summary>
    Double,

    /// <summary>A message.</summary>
    Message,
}
