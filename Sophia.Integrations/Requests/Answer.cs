namespace Sophia.Integrations.Requests;

/// <summary>What a source answered, and when by its own clock.</summary>
/// <param name="Body">The content.</param>
/// <param name="AnsweredAt">The answer's <c>Date</c> header, to the second.</param>
internal sealed record Answer<T>(T Body, DateTimeOffset AnsweredAt);
