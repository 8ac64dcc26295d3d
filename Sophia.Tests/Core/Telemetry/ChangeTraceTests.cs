using System.Diagnostics;
using Sophia.Core.Telemetry;

namespace Sophia.Tests.Core.Telemetry;

public sealed class ChangeTraceTests : IDisposable
{
    private readonly ActivityListener _listener = new()
    {
        ShouldListenTo = static source => source.Name == TelemetryNames.ChangesSource,
        Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
    };

    public ChangeTraceTests()
    {
        Activity.Current = null;
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    [Fact]
    public void What_was_stored_along_goes_on_in_the_same_trace()
    {
        string? stored;
        using (var webhook = ChangeTrace.ContinueAll("webhook", []))
        {
            stored = ChangeTrace.Parent;
            Assert.Equal(webhook!.Id, stored);
        }

        Assert.Null(ChangeTrace.Parent);
        using var followed = ChangeTrace.Continue("follow", ActivityKind.Consumer, stored);
        Assert.Equal(stored, followed!.ParentId);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00-not-a-trace")]
    [InlineData("00-00000000000000000000000000000000-0000000000000000-01")]
    public void What_is_no_trace_begins_none(string? parent) =>
        Assert.Null(ChangeTrace.Continue("follow", ActivityKind.Consumer, parent));

    [Fact]
    public void A_batch_is_in_the_trace_of_its_last_change_and_links_to_the_others()
    {
        using var batch = ChangeTrace.ContinueAll("project", [Parent(1), null, Parent(2), Parent(2), Parent(3)]);

        Assert.Equal(Parent(3), batch!.ParentId);
        Assert.Equal([Parent(1), Parent(2)], batch.Links.Select(static link => $"00-{link.Context.TraceId}-{link.Context.SpanId}-01"), StringComparer.Ordinal);
    }

    [Fact]
    public void A_history_of_thousands_of_traces_links_to_the_last_32()
    {
        using var batch = ChangeTrace.ContinueAll("project", Enumerable.Range(1, 2_000).Select(Parent));

        Assert.Equal(Parent(2_000), batch!.ParentId);
        Assert.Equal(32, batch.Links.Count());
        Assert.Equal($"{1_968:x32}", batch.Links.First().Context.TraceId.ToString());
    }

    [Fact]
    public void Changes_without_a_trace_begin_one()
    {
        using var batch = ChangeTrace.ContinueAll("project", [null, null]);

        Assert.Null(batch!.ParentId);
        Assert.Empty(batch.Links);
    }

    [Fact]
    public void A_failure_says_its_kind_and_not_what_it_quotes()
    {
        using var span = ChangeTrace.ContinueAll("project", []);

        span.Fail(new InvalidOperationException("somebody@example.org"));

        Assert.Equal(ActivityStatusCode.Error, span!.Status);
        Assert.Equal("System.InvalidOperationException", span.GetTagItem("error.type"));
        Assert.DoesNotContain("somebody", string.Join(' ', span.TagObjects) + span.StatusDescription, StringComparison.Ordinal);
    }

    private static string Parent(int number) => $"00-{number:x32}-{number:x16}-01";
}
