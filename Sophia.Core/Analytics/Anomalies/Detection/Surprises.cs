namespace Sophia.Core.Analytics.Anomalies.Detection;

/// <summary>What the four views of one row found, each in decades of tail probability (−log10 p), 0 or more.</summary>
internal readonly record struct Surprises(double Distance, double Level, double Restlessness, double Pattern)
{
    public double Total => Distance + Level + Restlessness + Pattern;

    /// <summary>The view that speaks loudest.</summary>
    public AnomalyKind Kind(double distance) => Largest switch
    {
        var largest when largest == Distance => distance < 0 ? AnomalyKind.Drop : AnomalyKind.Spike,
        var largest when largest == Level => AnomalyKind.LevelShift,
        var largest when largest == Restlessness => AnomalyKind.VarianceChange,
        _ => AnomalyKind.PatternChange,
    };

    public AnomalyDirection Direction(double distance, double meanDistance, double restlessness)
    {
        var signed = Largest switch
        {
            var largest when largest == Level => meanDistance,
            var largest when largest == Restlessness => restlessness,
            _ => distance,
        };
        return signed < 0 ? AnomalyDirection.Below : AnomalyDirection.Above;
    }

    private double Largest => Math.Max(Math.Max(Distance, Level), Math.Max(Restlessness, Pattern));
}
