namespace Sophia.Dashboard.Formatting;

/// <summary>Writes values in OpenTelemetry's units (UCUM), as Charts/Chart.razor.js does on axes.</summary>
public static class UnitText
{
    /// <summary>1.5 s, 12.5 MiB, 37 %, 12.</summary>
    public static string Write(double? value, string unit) => value is not { } number || double.IsNaN(number)
        ? NumberText.None
        : unit switch
        {
            "s" => DurationText.Write(TimeSpan.FromSeconds(Math.Clamp(number, -1e9, 1e9))),
            "ms" => DurationText.Write(TimeSpan.FromMilliseconds(Math.Clamp(number, -1e12, 1e12))),
            "By" => NumberText.Bytes((long)number),
            "%" => NumberText.Compact(number) + " %",
            "share" => NumberText.Percent(number),
            "/s" => NumberText.Rate(number),
            _ => NumberText.Compact(number),
        };

    /// <summary>The unit in words for a title: seconds, bytes, requests; empty where there is none.</summary>
    public static string Name(string unit) => unit switch
    {
        "s" => "seconds",
        "ms" => "milliseconds",
        "By" => "bytes",
        "1" or "" => "",
        ['{', .. var what, '}'] => what,
        _ => unit,
    };
}
