namespace Sophia.Dashboard.Telemetry;

/// <summary>How an attribute is compared.</summary>
public enum FilterOperator
{
    /// <summary><c>=</c>: the same text, or the same number.</summary>
    Equals,

    /// <summary><c>!=</c>: absent or different.</summary>
    NotEquals,

    /// <summary><c>~</c>: contains the text, ignoring case.</summary>
    Contains,

    /// <summary><c>&gt;</c>: a greater number; of texts, later in ordinal order.</summary>
    GreaterThan,

    /// <summary><c>&lt;</c>: a smaller number; of texts, earlier in ordinal order.</summary>
    LessThan,
}
