namespace Sophia.Core.Metrics;

/// <summary>The columns of facts that components filter, measure and date by.</summary>
public enum FactColumn
{
    /// <summary>The deal's present value in the organisation's currency.</summary>
    Amount,

    /// <summary><see cref="Amount"/> times the stage's probability.</summary>
    WeightedAmount,

    /// <summary>Days from opening to closing, with fractions.</summary>
    SalesCycleDays,

    /// <summary>Whether the deal is in a won stage.</summary>
    IsWon,

    /// <summary>Whether the deal is in a closed stage that is not won.</summary>
    IsLost,

    /// <summary>Whether the deal is in a closed stage.</summary>
    IsClosed,

    /// <summary>Whether the stage of the stay is open.</summary>
    IsOpen,

    /// <summary>When the deal was opened.</summary>
    CreatedAt,

    /// <summary>When the deal was closed.</summary>
    ClosedAt,

    /// <summary>When the deal arrived in the stage.</summary>
    EnteredAt,

    /// <summary>When the deal left the stage; null while it is there.</summary>
    LeftAt,
}
