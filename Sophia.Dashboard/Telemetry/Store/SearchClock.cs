namespace Sophia.Dashboard.Telemetry.Store;

/// <summary>Ends a search when its time is over, so that no question keeps what comes in waiting.</summary>
internal sealed class SearchClock(TimeProvider clock, TimeSpan time, CancellationToken cancellationToken)
{
    private const int LooksBetween = 64;
    private readonly long _begun = clock.GetTimestamp();
    private int _looks;

    /// <summary>Whether the time is over; looks at the clock once in a while.</summary>
    public bool IsOver
    {
        get
        {
            if (++_looks % LooksBetween != 0)
            {
                return false;
            }

            cancellationToken.ThrowIfCancellationRequested();
            return clock.GetElapsedTime(_begun) >= time;
        }
    }
}
