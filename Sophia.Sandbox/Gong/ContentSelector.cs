namespace Sophia.Sandbox.Gong;

/// <summary>What of a call is asked for beside its own data.</summary>
internal sealed class ContentSelector
{
    /// <summary>None, Basic (links to the CRM) or Extended.</summary>
    public string? Context { get; set; }

    public ExposedFields? ExposedFields { get; set; }
}
