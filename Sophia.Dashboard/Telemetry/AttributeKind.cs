namespace Sophia.Dashboard.Telemetry;

/// <summary>What kind of value an attribute had when it was sent.</summary>
public enum AttributeKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A whole number.</summary>
    WholeNumber,

    /// <summary>A floating-point number.</summary>
    Number,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A list or a map, written as JSON.</summary>
    Json,

    /// <summary>Bytes, written as base64.</summary>
    Bytes,
}
