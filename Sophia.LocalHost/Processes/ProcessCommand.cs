namespace Sophia.LocalHost.Processes;

/// <summary>A program to run.</summary>
internal sealed record ProcessCommand(string FileName, params IReadOnlyList<string> Arguments)
{
    public required string WorkingDirectory { get; init; }

    /// <summary>Variables on top of the host's, or all of them when <see cref="CleanEnvironment"/> is set.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public bool CleanEnvironment { get; init; }

    /// <summary>Whom to run as; null for the host's own user.</summary>
    public SystemUser? User { get; init; }

    /// <summary>Whether the program starts others that must end with it, as servers do.</summary>
    public bool OwnsProcessTree { get; init; }
}
