using System.Text.Json.Serialization;

namespace Sophia.Core.Alerts;

/// <summary>What the server sends on <c>/ws/alerts</c>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(Snapshot), "snapshot")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Changed), "changed")]
[JsonDerivedType(typeof(Resolved), "resolved")]
[JsonDerivedType(typeof(Refusal), "error")]
public abstract record AlertMessage
{
    private AlertMessage()
    {
    }

    /// <summary>Every alert that goes on.</summary>
    public sealed record Snapshot : AlertMessage
    {
        /// <summary>The number to resume by.</summary>
        public required long Sequence { get; init; }

        /// <summary>The alerts, the newest first.</summary>
        public required IReadOnlyList<Alert> Alerts { get; init; }
    }

    /// <summary>The reader has missed nothing since the number that it resumed by; what it has missed comes before this.</summary>
    public sealed record Resumed : AlertMessage
    {
        /// <summary>The present number.</summary>
        public required long Sequence { get; init; }
    }

    /// <summary>An alert began.</summary>
    public sealed record Opened : AlertMessage
    {
        /// <summary>The number to resume by.</summary>
        public required long Sequence { get; init; }

        /// <summary>The alert.</summary>
        public required Alert Alert { get; init; }
    }

    /// <summary>An alert is different: its value, its severity, what belongs to it, who takes care of it.</summary>
    public sealed record Changed : AlertMessage
    {
        /// <summary>The number to resume by.</summary>
        public required long Sequence { get; init; }

        /// <summary>The alert.</summary>
        public required Alert Alert { get; init; }
    }

    /// <summary>An alert is over.</summary>
    public sealed record Resolved : AlertMessage
    {
        /// <summary>The number to resume by.</summary>
        public required long Sequence { get; init; }

        /// <summary>The alert.</summary>
        public required Alert Alert { get; init; }
    }

    /// <summary>The channel takes no requests; it stays open.</summary>
    public sealed record Refusal : AlertMessage
    {
        /// <summary>What is wrong, per field.</summary>
        public required IReadOnlyDictionary<string, string[]> Errors { get; init; }
    }
}
