namespace Sophia.Tests.Web.Pages;

/// <summary>A clock with one timer, whose period is over when a test says so.</summary>
internal sealed class SteppedClock : TimeProvider, IDisposable
{
    private SteppedTimer? _timer;

    public TimeSpan Period => _timer!.Period;

    public void Elapse() => _timer!.Elapse();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        _timer = new SteppedTimer(() => callback(state)) { Period = period };

    public void Dispose() => _timer?.Dispose();

    private sealed class SteppedTimer(Action elapse) : ITimer
    {
        public TimeSpan Period { get; set; }

        public void Elapse() => elapse();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Period = period;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
