namespace Sophia.Core.Analytics.Conversations.Topics;

/// <summary>Two content words that stood side by side.</summary>
/// <param name="First">The first.</param>
/// <param name="Second">The second.</param>
/// <param name="Segments">The segment of each time, ascending.</param>
internal sealed record WordPair(ContentWord First, ContentWord Second, IReadOnlyList<int> Segments);
