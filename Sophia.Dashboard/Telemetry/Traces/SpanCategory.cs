namespace Sophia.Dashboard.Telemetry.Traces;

/// <summary>What a span is about, read from the semantic conventions' attributes.</summary>
public enum SpanCategory
{
    /// <summary>None of the others.</summary>
    Other,

    /// <summary><c>http.*</c>.</summary>
    Http,

    /// <summary><c>db.*</c>.</summary>
    Database,

    /// <summary><c>messaging.*</c>.</summary>
    Messaging,

    /// <summary><c>rpc.*</c>.</summary>
    Rpc,

    /// <summary><c>gen_ai.*</c>.</summary>
    GenAI,
}
