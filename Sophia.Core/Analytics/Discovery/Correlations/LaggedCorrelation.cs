namespace Sophia.Core.Analytics.Discovery.Correlations;

/// <summary>Two metrics of which one goes before the other more closely than chance explains. It says nothing of cause.</summary>
/// <param name="Leading">The metric that moves first (or at the same time, with lag 0).</param>
/// <param name="Following">The metric that moves after.</param>
/// <param name="Lag">Steps between them, zero or more.</param>
/// <param name="Correlation">Of what trend, season and their own past leave unexplained; −1 to 1. The effect size.</param>
/// <param name="Lower">Lower end of its 95 % interval (Fisher 1915).</param>
/// <param name="Upper">Upper end of its 95 % interval.</param>
/// <param name="Steps">Pairs of values it rests on.</param>
/// <param name="Probability">The chance of so strong a correlation at one lag without any connection.</param>
/// <param name="FalseShare">The expected share of false ones among all reported at least as surely, over all pairs and lags tried.</param>
public sealed record LaggedCorrelation(
    string Leading, string Following, int Lag, double Correlation, double Lower, double Upper, int Steps, double Probability, double FalseShare);
