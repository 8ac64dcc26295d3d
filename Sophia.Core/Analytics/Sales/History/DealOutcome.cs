namespace Sophia.Core.Analytics.Sales.History;

/// <summary>How a deal stood at a moment.</summary>
public enum DealOutcome
{
    /// <summary>Still being pursued.</summary>
    Open,

    /// <summary>Won.</summary>
    Won,

    /// <summary>Lost.</summary>
    Lost,
}
