namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>The usual value of each slot of a calendar cycle.</summary>
/// <param name="slots">How many slots the cycle has: the bound of its memory.</param>
/// <param name="slowestRate">How much a value counts once a slot has seen many, 0 to 1.</param>
internal sealed class CalendarProfile(int slots, double slowestRate)
{
    // One visit is an anecdote.
    private const int VisitsToTrust = 2;

    private readonly double[] _means = new double[slots];
    private readonly int[] _visits = new int[slots];

    public double? Expect(int slot) => _visits[slot] >= VisitsToTrust ? _means[slot] : null;

    public void Learn(int slot, double value, double scale, long rows)
    {
        if (_visits[slot] == 0)
        {
            _means[slot] = value;
            _visits[slot] = 1;
            return;
        }

        // Capped: only whether there were few matters.
        _visits[slot] = Math.Min(_visits[slot] + 1, 1_000_000);
        _means[slot] += CalendarExpectation.Clipped(value - _means[slot], scale, rows) * Math.Max(1.0 / _visits[slot], slowestRate);
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        tape.Carry(_means);
        tape.Carry(_visits);
    }
}
