namespace Sophia.Dashboard.Telemetry.Slos;

/// <summary>Counts good and bad requests for each objective; definitions, counts and alerts are kept on disk. Singleton.</summary>
public sealed class SloEngine
{
    /// <summary>How all objectives stand, by name.</summary>
    /// <returns>At most 50.</returns>
    public IReadOnlyList<SloStatus> Status() => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Adds an objective, or replaces the one with its id (which starts counting anew when what it counts changed).</summary>
    /// <param name="definition">The objective.</param>
    /// <returns>It, with its id.</returns>
    /// <exception cref="ArgumentException">Something in it is out of range; the message says what.</exception>
    public SloDefinition Save(SloDefinition definition) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Removes an objective.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
