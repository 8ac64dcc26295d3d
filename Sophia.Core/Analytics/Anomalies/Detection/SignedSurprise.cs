namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>How rare a signed statistic is on its own side: a drop in a series full of spikes is as rare as drops are there.</summary>
internal sealed class SignedSurprise
{
    private const double OneIn200 = 0.005;

    private readonly TailDistribution _above = new();
    private readonly TailDistribution _below = new();

    /// <summary>In decades of tail probability (−log10 p), before the statistic itself is learnt.</summary>
    public double Observe(double statistic)
    {
        var (own, other) = statistic >= 0 ? (_above, _below) : (_below, _above);
        var size = Math.Abs(statistic);
        var surprise = own.Surprise(size);
        own.Learn(size);
        other.Learn(0);
        return surprise;
    }

    public ExpectedRange Range(double centre, double scale) =>
        new(centre - (scale * _below.Exceeded(OneIn200)), centre, centre + (scale * _above.Exceeded(OneIn200)));

    /// <summary>Takes along what is remembered.</summary>
    public void Carry(DetectorTape tape)
    {
        _above.Carry(tape);
        _below.Carry(tape);
    }
}
