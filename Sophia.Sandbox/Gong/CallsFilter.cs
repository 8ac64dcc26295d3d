namespace Sophia.Sandbox.Gong;

/// <summary>Which calls are asked for; what is left out does not restrict.</summary>
internal sealed class CallsFilter
{
    /// <summary>Calls that began then or later.</summary>
    public string? FromDateTime { get; set; }

    /// <summary>Calls that began before.</summary>
    public string? ToDateTime { get; set; }

    public string? WorkspaceId { get; set; }

    public IReadOnlyList<string>? CallIds { get; set; }

    /// <summary>The hosts.</summary>
    public IReadOnlyList<string>? PrimaryUserIds { get; set; }
}
