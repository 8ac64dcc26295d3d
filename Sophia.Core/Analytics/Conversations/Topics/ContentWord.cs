namespace Sophia.Core.Analytics.Conversations.Topics;

/// <summary>A word that carries a subject, in all its forms.</summary>
/// <param name="Stem">What the forms share.</param>
/// <param name="Form">The form used most.</param>
/// <param name="Weight">How telling it is.</param>
/// <param name="Segments">The segment of each time it was said, ascending.</param>
internal sealed record ContentWord(string Stem, string Form, double Weight, IReadOnlyList<int> Segments);
