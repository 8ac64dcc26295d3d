namespace Sophia.Core.Facts;

/// <summary>Who called whom.</summary>
public enum CallDirection
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>The customer called.</summary>
    Inbound,

    /// <summary>A colleague called.</summary>
    Outbound,

    /// <summary>People met in a conference.</summary>
    Conference,
}
