namespace Sophia.Dashboard.Telemetry.Alerts;

/// <summary>Evaluates rules on metrics every few seconds; rules and states are kept on disk. Singleton.</summary>
public sealed class AlertEngine
{
    /// <summary>Where all rules stand, firing ones first.</summary>
    /// <returns>At most 100.</returns>
    public IReadOnlyList<AlertStatus> Status() => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Adds a rule, or replaces the one with its id.</summary>
    /// <param name="rule">The rule.</param>
    /// <returns>It, with its id.</returns>
    /// <exception cref="ArgumentException">Something in it is out of range; the message says what.</exception>
    public AlertRule Save(AlertRule rule) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Removes a rule.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
