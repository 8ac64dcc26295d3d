using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Traces;

/// <summary>Decides which rows of a trace show: those below a folded span do not, nor those that nothing asked for.</summary>
public static class Waterfall
{
    /// <summary>The rows to draw, in their order.</summary>
    /// <param name="nodes">All rows, depth first.</param>
    /// <param name="folded">The spans whose children are folded away.</param>
    /// <param name="text">Text in name, service, peer or attributes; rows that lead to such a row show too.</param>
    /// <param name="errorsOnly">Only failed spans, and the rows that lead to them.</param>
    public static IReadOnlyList<TraceNode> Rows(IReadOnlyList<TraceNode> nodes, IReadOnlySet<string> folded, string? text, bool errorsOnly)
    {
        var wanted = new bool[nodes.Count];
        var all = string.IsNullOrEmpty(text) && !errorsOnly;
        // From the end, so that a row that leads to a wanted one is met after it: the next row with less depth is its parent.
        var leads = new HashSet<int>();
        for (var index = nodes.Count - 1; index >= 0 && !all; index--)
        {
            var node = nodes[index];
            wanted[index] = leads.Remove(node.Depth) | Matches(node, text, errorsOnly);
            if (wanted[index] && node.Depth > 0)
            {
                leads.Add(node.Depth - 1);
            }
        }

        var rows = new List<TraceNode>();
        var hiddenBelow = int.MaxValue;
        for (var index = 0; index < nodes.Count; index++)
        {
            var node = nodes[index];
            if (node.Depth > hiddenBelow)
            {
                continue;
            }

            hiddenBelow = folded.Contains(node.Span.SpanId) ? node.Depth : int.MaxValue;
            if (all || wanted[index])
            {
                rows.Add(node);
            }
        }

        return rows;
    }

    private static bool Matches(TraceNode node, string? text, bool errorsOnly) =>
        (!errorsOnly || node.Span.Status is SpanStatus.Error)
        && (string.IsNullOrEmpty(text)
            || node.Span.Name.Contains(text, StringComparison.OrdinalIgnoreCase)
            || node.Span.Service.Contains(text, StringComparison.OrdinalIgnoreCase)
            || (node.UninstrumentedPeer ?? node.Span.Peer)?.Contains(text, StringComparison.OrdinalIgnoreCase) == true
            || node.Span.Attributes.Any(attribute => attribute.Value.Contains(text, StringComparison.OrdinalIgnoreCase)));
}
