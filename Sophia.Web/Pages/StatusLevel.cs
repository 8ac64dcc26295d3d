namespace Sophia.Web.Pages;

/// <summary>How a state is to be taken; always beside a word that says the same.</summary>
public enum StatusLevel
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth a look.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Bad,

    /// <summary>Neither, or nobody knows.</summary>
    Neutral,
}
