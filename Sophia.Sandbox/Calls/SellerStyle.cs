namespace Sophia.Sandbox.Calls;

/// <summary>How a colleague talks to customers; the same in all of that person's calls.</summary>
internal enum SellerStyle
{
    /// <summary>Asks, and waits for the answer.</summary>
    Consultative,

    /// <summary>Presses for the signature and interrupts.</summary>
    Pushy,

    /// <summary>Strays from the subject and talks most of the time.</summary>
    Rambling,

    /// <summary>Says what is needed.</summary>
    Concise,
}
