namespace Sophia.Core.Analytics.Discovery.Changes;

/// <summary>What a member adds to a change: volume + mix + price, exactly.</summary>
/// <param name="Name">The member.</param>
/// <param name="Volume">Had it grown like the whole, at its own price.</param>
/// <param name="Mix">Because it grew more or less than the whole, at its own price.</param>
/// <param name="Price">Because one of it brought more or less.</param>
public sealed record ExplainedPart(string Name, decimal Volume, decimal Mix, decimal Price)
{
    /// <summary>All of it: what the member's value changed by.</summary>
    public decimal Total => Volume + Mix + Price;
}
