using Sophia.Dashboard.Telemetry.Traces;
using Sophia.Dashboard.Traces;

namespace Sophia.Tests.Dashboard.Traces;

public sealed class WaterfallTests
{
    // request ─ query, publish ─ handle ─ fail
    private static readonly TraceNode[] s_nodes =
        [Node("request", 0), Node("query", 1), Node("publish", 1), Node("handle", 2), Node("fail", 3, SpanStatus.Error)];

    [Fact]
    public void Everything_shows_where_nothing_is_asked_for() => Assert.Equal(["request", "query", "publish", "handle", "fail"], Show());

    [Fact]
    public void A_folded_span_hides_what_is_below_it_and_nothing_else() => Assert.Equal(["request", "query", "publish"], Show(folded: "publish"));

    [Fact]
    public void Failed_spans_show_with_the_way_to_them() => Assert.Equal(["request", "publish", "handle", "fail"], Show(errorsOnly: true));

    [Fact]
    public void Text_is_found_with_the_way_to_it() => Assert.Equal(["request", "query"], Show(text: "QUER"));

    [Fact]
    public void A_row_before_a_wanted_one_at_the_same_depth_does_not_lead_to_it() => Assert.Equal(["request", "publish"], Show(text: "publish"));

    private static string[] Show(string? folded = null, string? text = null, bool errorsOnly = false) =>
        [.. Waterfall.Rows(s_nodes, new HashSet<string>(folded is null ? [] : [folded], StringComparer.Ordinal), text, errorsOnly).Select(static node => node.Span.Name)];

    private static TraceNode Node(string name, int depth, SpanStatus status = SpanStatus.Unset) => new(
        new(0, "t", name, null, name, SpanKind.Internal, SpanCategory.Other, status, null, default, TimeSpan.FromMilliseconds(5), "api/1", "api", "s", null, [], [], [], Count: 1),
        depth, TimeSpan.Zero, ParentMissing: false, HasChildren: true, null, [], []);
}
