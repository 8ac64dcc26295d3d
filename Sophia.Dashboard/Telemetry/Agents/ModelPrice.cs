namespace Sophia.Dashboard.Telemetry.Agents;

/// <summary>What a model's tokens cost; configuration <c>Telemetry:ModelPrices:MODEL</c>.</summary>
public sealed class ModelPrice
{
    /// <summary>The price of a million tokens read.</summary>
    public decimal InputPerMillion { get; set; }

    /// <summary>The price of a million tokens written.</summary>
    public decimal OutputPerMillion { get; set; }

    /// <summary>The currency's code.</summary>
    public string Currency { get; set; } = "USD";
}
