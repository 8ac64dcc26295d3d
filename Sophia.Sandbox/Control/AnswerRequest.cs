namespace Sophia.Sandbox.Control;

/// <summary>Answers a survey, the running quarter's if none is named; <paramref name="Score"/> is 0 to 10.</summary>
internal sealed record AnswerRequest(int Score, string? Survey);
