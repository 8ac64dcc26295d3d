namespace Sophia.Agents.Conversations;

/// <summary>What is looked for in conversations; section <c>Conversations</c>.</summary>
internal sealed class ConversationOptions
{
    /// <summary>The competitors' names, separated by commas.</summary>
    public string Competitors { get; set; } = "";

    public IReadOnlyList<string> CompetitorNames =>
        Competitors.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
