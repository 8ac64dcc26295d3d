namespace Sophia.Dashboard.Telemetry.Otlp;

/// <summary>A field of a message.</summary>
/// <param name="Number">Its published number.</param>
/// <param name="Name">Its name in JSON.</param>
/// <param name="Type">Its type.</param>
/// <param name="Repeated">Whether it is a list.</param>
/// <param name="Message">Of a message: which.</param>
internal sealed record OtlpField(int Number, string Name, OtlpFieldType Type, bool Repeated, Func<OtlpMessage>? Message)
{
    /// <summary>Whether a list of it is written in one piece.</summary>
    public bool Packed => Repeated && Type is OtlpFieldType.Fixed64 or OtlpFieldType.Double or OtlpFieldType.LongNumber;
}
