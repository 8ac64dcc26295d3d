namespace Sophia.Core.Analytics.Conversations.Findings;

/// <summary>What an objection is about.</summary>
public enum ObjectionKind
{
    /// <summary>It costs too much, or there is no money.</summary>
    Price,

    /// <summary>Not now.</summary>
    Timing,

    /// <summary>Somebody else decides.</summary>
    Authority,

    /// <summary>What there is will do.</summary>
    Need,

    /// <summary>Doubts about whether it is safe, proven or dependable.</summary>
    Trust,

    /// <summary>It does not do, or does not fit, what is wanted.</summary>
    Product,
}
