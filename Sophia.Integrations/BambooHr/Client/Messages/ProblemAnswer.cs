namespace Sophia.Integrations.BambooHr.Client.Messages;

/// <summary>An error of the newer endpoints.</summary>
internal sealed record ProblemAnswer(string? Title, string? Detail);
