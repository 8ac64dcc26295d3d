using System.Diagnostics;
using Sophia.Core.Telemetry;

namespace Sophia.Api.Dashboard;

/// <summary>The trace that a movement belongs to, for those who tell readers of it.</summary>
/// <param name="parent">The span in which this replica heard of the movement.</param>
internal sealed class MovementTrace(string parent)
{
    // A page's questions have theirs; a thousand readers' would say the same a thousand times.
    private const int MostSpans = 16;

    private int _spans;

    /// <summary>What to send along where there is no span.</summary>
    public string Parent { get; } = parent;

    /// <summary>A span for answering one reader, for the first readers only.</summary>
    public Activity? Answer() =>
        Interlocked.Increment(ref _spans) <= MostSpans ? ChangeTrace.Continue("dashboard change answer", ActivityKind.Producer, Parent) : null;
}
