namespace Sophia.Sandbox.Calls;

/// <summary>What a call is for.</summary>
internal enum CallKind
{
    /// <summary>Finding out what a prospect needs.</summary>
    Discovery,

    /// <summary>Showing the product.</summary>
    Demo,

    /// <summary>Agreeing on terms.</summary>
    Negotiation,

    /// <summary>Hearing how a customer gets on.</summary>
    CheckIn,

    /// <summary>Colleagues among themselves.</summary>
    Internal,
}
