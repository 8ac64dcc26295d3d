namespace Sophia.Sandbox.Calls;

/// <summary>Where the sale is heading, which both sides' words let through.</summary>
internal enum CallMood
{
    /// <summary>Nobody can tell yet.</summary>
    Open,

    /// <summary>It will be won.</summary>
    Won,

    /// <summary>It will be lost.</summary>
    Lost,
}
