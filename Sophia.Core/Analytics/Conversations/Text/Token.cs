namespace Sophia.Core.Analytics.Conversations.Text;

/// <summary>A word or a mark of punctuation.</summary>
/// <param name="Text">Lower case; apostrophes are straight.</param>
/// <param name="IsWord">Whether it holds a letter or a digit.</param>
/// <param name="IsShouted">Whether it was written in capitals only (two letters at least).</param>
internal readonly record struct Token(string Text, bool IsWord, bool IsShouted);
