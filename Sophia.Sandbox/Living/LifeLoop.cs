namespace Sophia.Sandbox.Living;

/// <summary>Lets something happen again and again while the company is not frozen.</summary>
internal static class LifeLoop
{
    /// <summary>Goes on until it is cancelled.</summary>
    /// <param name="life">Whether the company is frozen.</param>
    /// <param name="pause">How long to wait before the next happening.</param>
    /// <param name="next">What happens.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task RunAsync(
        LifeSwitch life, Func<TimeSpan> pause, Action next, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            await life.WaitUntilThawedAsync(cancellationToken);
            await Task.Delay(pause(), clock, cancellationToken);
            if (!life.IsFrozen)
            {
                next();
            }
        }
    }
}
