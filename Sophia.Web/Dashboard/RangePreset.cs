namespace Sophia.Web.Dashboard;

/// <summary>Ranges that have a name. Each ends today.</summary>
public enum RangePreset
{
    /// <summary>From the first of the month.</summary>
    ThisMonth,

    /// <summary>This month and the two before.</summary>
    Last3Months,

    /// <summary>This month and the eleven before.</summary>
    Last12Months,

    /// <summary>From the first of January.</summary>
    ThisYear,
}
