namespace Sophia.Integrations;

/// <summary>Why a source system did not give what was asked.</summary>
public enum SourceFailure
{
    /// <summary>It did not answer, or with an error of its own. The same request may succeed later.</summary>
    Unavailable,

    /// <summary>It answers no more requests for now.</summary>
    LimitReached,

    /// <summary>It does not accept our credentials, or they lack a right.</summary>
    Refused,

    /// <summary>It understood this request and rejects it; repeating it does not help.</summary>
    Rejected,
}
