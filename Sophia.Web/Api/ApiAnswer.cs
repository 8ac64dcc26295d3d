namespace Sophia.Web.Api;

/// <summary>What came of asking Sophia's API.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
internal abstract record ApiAnswer<T>
{
    private ApiAnswer()
    {
    }

    /// <summary>What was asked for.</summary>
    public sealed record Success(T Value) : ApiAnswer<T>;

    /// <summary>Nothing, and why, in a sentence for the person who looks.</summary>
    /// <param name="Cause">The sentence.</param>
    /// <param name="IsMissing">Whether there is no such thing, so that asking again cannot help.</param>
    /// <param name="Errors">What is wrong with what was sent, per field, or null.</param>
    public sealed record Failure(string Cause, bool IsMissing = false, IReadOnlyDictionary<string, string[]>? Errors = null) : ApiAnswer<T>;
}
