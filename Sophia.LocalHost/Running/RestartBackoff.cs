namespace Sophia.LocalHost.Running;

/// <summary>How long to wait before a resource that ended is started again: 1 s, doubling to 30 s.</summary>
internal sealed class RestartBackoff
{
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_settled = TimeSpan.FromSeconds(60);
    private TimeSpan _next = TimeSpan.FromSeconds(1);

    /// <summary>The wait after an end.</summary>
    /// <param name="healthyFor">How long the resource had been healthy; a minute means that the trouble before is over.</param>
    public TimeSpan Next(TimeSpan healthyFor)
    {
        if (healthyFor >= s_settled)
        {
            Reset();
        }

        var wait = _next;
        _next = wait * 2 < s_longest ? wait * 2 : s_longest;
        return wait;
    }

    public void Reset() => _next = TimeSpan.FromSeconds(1);
}
