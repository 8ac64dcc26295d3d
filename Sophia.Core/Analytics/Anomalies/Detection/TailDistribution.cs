namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>
/// The distribution of a size, 0 or more, in a histogram of fixed memory whose older content fades, with an extrapolated tail.
/// </summary>
/// <remarks>
/// Beyond the largest 2 % the tail follows a power law whose index is Hill's estimator (B. M. Hill 1975), drawn towards a prior
/// index while few exceedances were seen; sizes of which enough were seen are counted instead. Probabilities smaller than one in the
/// number of rows seen rest on that extrapolation alone and count less while the rows are few.
/// </remarks>
internal sealed class TailDistribution
{
    private const int BinsPerOctave = 8;
    private const int LowestOctave = -6;

    // Up to the largest statistic that the detector makes, a million: sizes in one bin cannot be told apart.
    private const int Bins = 26 * BinsPerOctave;

    private const double TailShare = 0.02;
    private const double FewestInTail = 8;
    private const double FewestRows = 20;
    private const double MemoryRows = 30_000;
    private const double PriorIndex = 0.2;
    private const double PriorRows = 80;
    private const double RowsToTrustExtrapolation = 200;

    private static readonly double[] s_lowerEdges = [.. Enumerable.Range(0, Bins).Select(static bin => double.Exp2(((double)bin / BinsPerOctave) + LowestOctave))];
    private static readonly double s_middle = double.Exp2(0.5 / BinsPerOctave);

    private readonly double[] _weights = new double[Bins];
    private double _total;
    private int _highest;

    // New rows weigh more instead of old rows less, so that fading costs nothing.
    private double _rowWeight = 1;

    /// <summary>How rare a size of at least <paramref name="size"/> is, as −log10 of its probability; 0 before enough was seen.</summary>
    public double Surprise(double size)
    {
        var rows = _total / _rowWeight;
        if (rows < FewestRows)
        {
            return 0;
        }

        var surprise = Extrapolated(size);
        var seen = Math.Log10(rows + 1);
        return surprise <= seen ? surprise : seen + ((surprise - seen) * rows / (rows + RowsToTrustExtrapolation));
    }

    /// <summary>Adds one size.</summary>
    public void Learn(double size)
    {
        var bin = BinOf(size);
        _highest = Math.Max(_highest, bin);
        _weights[bin] += _rowWeight;
        _total += _rowWeight;
        _rowWeight *= 1 + (1 / MemoryRows);
        if (_rowWeight > 1e100)
        {
            Rescale();
        }
    }

    /// <summary>The size that a share of all rows exceeds, to the precision of a bin (9 %).</summary>
    public double Exceeded(double share)
    {
        var above = 0.0;
        for (var bin = _highest; bin > 0; bin--)
        {
            above += _weights[bin];
            if (above > share * _total)
            {
                return s_lowerEdges[bin] * s_middle;
            }
        }

        return 0;
    }

    private static int BinOf(double size) =>
        size <= s_lowerEdges[0] ? 0 : (int)Math.Min((Math.Log2(size) - LowestOctave) * BinsPerOctave, Bins - 1);

    private double Extrapolated(double size)
    {
        var needed = Math.Max(TailShare * _total, FewestInTail * _rowWeight);
        var inTail = 0.0;
        var logs = 0.0;
        var first = _highest + 1;
        while (first > 0 && inTail < needed)
        {
            first--;
            inTail += _weights[first];
            // Σ w·(bin − first) grows by the weight of all higher bins at each step down.
            logs += inTail - _weights[first];
        }

        var start = s_lowerEdges[first];
        if (size <= start)
        {
            return -Math.Log10((Above(BinOf(size)) + (_rowWeight / 2)) / _total);
        }

        // What was seen this often is no rarer than that, whatever the tail's law says: a series that jumps every day has no such law.
        var atLeast = Above(BinOf(size) - 1);
        if (atLeast >= FewestInTail * _rowWeight)
        {
            return -Math.Log10(atLeast / _total);
        }

        // In bins; the middle of a bin is half a bin above its edge.
        var logExcess = (logs + (inTail / 2)) * Math.Log(2) / BinsPerOctave;
        var prior = PriorRows * _rowWeight;
        var index = (logExcess + (PriorIndex * prior)) / (inTail + prior);
        return -Math.Log10(inTail / _total) + (Math.Log10(size / start) / index);
    }

    private double Above(int bin)
    {
        var above = 0.0;
        foreach (var weight in _weights.AsSpan(bin + 1, Math.Max(0, _highest - bin)))
        {
            above += weight;
        }

        return above;
    }

    private void Rescale()
    {
        foreach (ref var weight in _weights.AsSpan())
        {
            weight /= _rowWeight;
        }

        _total /= _rowWeight;
        _rowWeight = 1;
    }

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        tape.Carry(_weights);
        tape.Carry(ref _total);
        tape.Carry(ref _highest);
        tape.Carry(ref _rowWeight);
    }
}
