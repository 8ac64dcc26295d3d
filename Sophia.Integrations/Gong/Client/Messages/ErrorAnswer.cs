namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>A refusal.</summary>
internal sealed class ErrorAnswer
{
    public string? RequestId { get; set; }

    public IReadOnlyList<string> Errors { get; set; } = [];
}
