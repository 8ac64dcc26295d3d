namespace Sophia.Core.Metrics;

/// <summary>How a component adds up over time.</summary>
public abstract record AddsUp
{
    private AddsUp()
    {
    }

    /// <summary>Happens at a moment; a period's value is the sum.</summary>
    /// <param name="At">The moment.</param>
    public sealed record Flow(FactColumn At) : AddsUp;

    /// <summary>Holds from one moment to another; a period's value is the one at its end.</summary>
    /// <param name="From">When it begins to count.</param>
    /// <param name="Until">When it stops to count; a null there means it still counts.</param>
    public sealed record Stock(FactColumn From, FactColumn Until) : AddsUp;
}
