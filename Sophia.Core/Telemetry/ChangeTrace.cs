using System.Diagnostics;

namespace Sophia.Core.Telemetry;

/// <summary>
/// Keeps what happens to one change, from the source's word to the reader's page, in one trace, although it is stored and sent
/// in between: what is stored or sent carries the <c>traceparent</c> of W3C Trace Context, and whoever takes it up goes on from there.
/// </summary>
public static class ChangeTrace
{
    // A batch may hold thousands of changes. More links than this nobody follows, and each is sent with the span.
    private const int MostLinks = 32;

    private static readonly ActivitySource s_source = new(TelemetryNames.ChangesSource);

    /// <summary>What to store or send along: the present span, or null where none is recorded.</summary>
    public static string? Parent => Activity.Current is { Recorded: true, IdFormat: ActivityIdFormat.W3C } span ? span.Id : null;

    /// <summary>Goes on with a trace.</summary>
    /// <param name="name">What is done, the same for all changes.</param>
    /// <param name="kind">Consumer where the span before it belongs to another process.</param>
    /// <param name="parent">The <c>traceparent</c> that came along.</param>
    /// <returns>The span, which is the present one until it is disposed of; null where there is no trace to go on with or nobody records.</returns>
    public static Activity? Continue(string name, ActivityKind kind, string? parent) =>
        Parse(parent) is { } context ? s_source.StartActivity(name, kind, context) : null;

    /// <summary>Does the work of several changes at once: in the trace of the last of them, with links to the others.</summary>
    /// <param name="name">What is done, the same for all changes.</param>
    /// <param name="parents">The <c>traceparent</c> of each change, in their order; without any a trace begins here.</param>
    /// <returns>The span, which is the present one until it is disposed of; null where nobody records.</returns>
    public static Activity? ContinueAll(string name, IEnumerable<string?> parents)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        // Changes that came together share one, so there are far fewer of these than changes.
        var others = parents.OfType<string>().Distinct(StringComparer.Ordinal).TakeLast(MostLinks + 1).Select(Parse).OfType<ActivityContext>().ToList();
        var parent = others.LastOrDefault();
        return s_source.StartActivity(name, ActivityKind.Consumer, parent, links: others.SkipLast(1).Select(static context => new ActivityLink(context)));
    }

    /// <summary>Marks a span as failed. Only the exception's type goes with it: its message may quote what was being written.</summary>
    /// <param name="span">The span, or null where nobody records.</param>
    /// <param name="exception">Why.</param>
    public static void Fail(this Activity? span, Exception exception)
    {
        span?.SetTag("error.type", exception.GetType().FullName);
        span?.SetStatus(ActivityStatusCode.Error);
    }

    // What comes over the wire may be anything; what is no trace is none.
    private static ActivityContext? Parse(string? parent) =>
        ActivityContext.TryParse(parent, traceState: null, isRemote: true, out var context) ? context : null;
}
