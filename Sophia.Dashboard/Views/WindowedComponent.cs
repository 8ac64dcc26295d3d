using Microsoft.AspNetCore.Components;

namespace Sophia.Dashboard.Views;

/// <summary>A page over a stretch of time, which its address says.</summary>
public abstract class WindowedComponent : TelemetryComponent
{
    /// <summary>A named range.</summary>
    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    /// <summary>The begin.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The end.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? Until { get; set; }

    /// <summary>The range of an address that names none.</summary>
    protected virtual string UsualRange => "15m";

    /// <summary>The stretch of time.</summary>
    protected TimeWindow Window => TimeWindow.Read(Range, From, Until, UsualRange);

    /// <summary>What an address says of a stretch of time.</summary>
    /// <param name="window">The stretch; null for the present one.</param>
    /// <returns>The parameters.</returns>
    protected IEnumerable<(string Name, string? Value)> Say(TimeWindow? window)
    {
        var shown = window ?? Window;
        return [("range", shown.Range == UsualRange ? null : shown.Range), ("from", shown.FromText), ("to", shown.ToText)];
    }
}
