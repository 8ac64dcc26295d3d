namespace Sophia.Dashboard.Charts;

/// <summary>A moment to hold lines against.</summary>
/// <param name="Time">Milliseconds since 1970.</param>
/// <param name="Text">What happened.</param>
/// <param name="Bad">Whether it was trouble.</param>
public sealed record ChartMarker(double Time, string Text, bool Bad);
