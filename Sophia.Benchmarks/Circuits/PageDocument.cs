using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Sophia.Benchmarks.Circuits;

/// <summary>What Blazor's script reads from a page's document before it starts the circuit: the interactive components' descriptors and the state to hand back.</summary>
internal sealed partial class PageDocument
{
    private PageDocument(string operations, string state) => (Operations, State) = (operations, state);

    /// <summary>The first batch of <c>UpdateRootComponents</c>: every component of the document is added.</summary>
    public string Operations { get; }

    /// <summary>The protected state of the prerendered components.</summary>
    public string State { get; }

    /// <exception cref="InvalidDataException">The document has no interactive component.</exception>
    public static PageDocument Read(string html)
    {
        var operations = new JsonArray();
        foreach (Match comment in Marker.Matches(html))
        {
            var marker = JsonNode.Parse(comment.Groups["json"].Value)!.AsObject();
            // The comment that ends a prerendered component has nothing but its prerenderId.
            if (marker["type"]?.GetValue<string>() == "server")
            {
                operations.Add(new JsonObject { ["type"] = "add", ["ssrComponentId"] = operations.Count + 1, ["marker"] = marker });
            }
        }

        return operations.Count == 0
            ? throw new InvalidDataException("The page has no interactive component.")
            : new(new JsonObject { ["batchId"] = 1, ["operations"] = operations }.ToJsonString(), ServerState.Match(html).Groups["state"].Value);
    }

    [GeneratedRegex("<!--Blazor:(?<json>{.*?})-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Marker { get; }

    [GeneratedRegex("<!--Blazor-Server-Component-State:(?<state>.*?)-->", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex ServerState { get; }
}
