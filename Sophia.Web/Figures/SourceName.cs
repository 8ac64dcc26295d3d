namespace Sophia.Web.Figures;

/// <summary>The outside systems' names as their makers write them.</summary>
internal static class SourceName
{
    /// <summary>HubSpot for <c>hubspot</c>; an unknown connection keeps its own name.</summary>
    public static string Of(string connection) => connection switch
    {
        "hubspot" => "HubSpot",
        "gong" => "Gong",
        "bamboohr" => "BambooHR",
        _ => connection,
    };
}
