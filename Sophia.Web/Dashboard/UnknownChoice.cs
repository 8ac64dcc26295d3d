namespace Sophia.Web.Dashboard;

/// <summary>A word in the page's address that stands for nothing.</summary>
/// <param name="TextKey">The key of the sentence that says so.</param>
/// <param name="Word">The word.</param>
/// <param name="Known">The words that stand for something.</param>
public sealed record UnknownChoice(string TextKey, string Word, string Known);
