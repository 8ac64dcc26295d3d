namespace Sophia.Sandbox.Calls;

/// <summary>What one person says without a break, on one subject.</summary>
/// <param name="Speaker">The index of the participant.</param>
/// <param name="Topic">The subject, as Gong names it.</param>
/// <param name="Sentences">What is said; never empty.</param>
internal sealed record Monologue(int Speaker, string Topic, IReadOnlyList<SpokenSentence> Sentences)
{
    /// <summary>Milliseconds.</summary>
    public long Length => Sentences[^1].End - Sentences[0].Start;
}
