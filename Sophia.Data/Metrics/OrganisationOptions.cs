namespace Sophia.Data.Metrics;

/// <summary>The organisation that this deployment serves; section <c>Organisation</c>.</summary>
public sealed class OrganisationOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Organisation";

    /// <summary>The ISO 4217 code of the currency that its sources give amounts in.</summary>
    public string Currency { get; set; } = "USD";
}
