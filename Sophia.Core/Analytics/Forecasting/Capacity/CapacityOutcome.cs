namespace Sophia.Core.Analytics.Forecasting.Capacity;

/// <summary>A plan, or why there is none.</summary>
public abstract record CapacityOutcome
{
    private protected CapacityOutcome()
    {
    }
}
