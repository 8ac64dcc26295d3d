using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Traces;

/// <summary>Names what spans are about.</summary>
public static class SpanCategoryText
{
    /// <summary>The name.</summary>
    public static string Write(SpanCategory category) => category switch
    {
        SpanCategory.Http => "HTTP",
        SpanCategory.Database => "Database",
        SpanCategory.Messaging => "Messaging",
        SpanCategory.Rpc => "RPC",
        SpanCategory.GenAI => "AI",
        SpanCategory.Other => "Other",
    };
}
