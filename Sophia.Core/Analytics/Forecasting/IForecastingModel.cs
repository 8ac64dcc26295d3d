namespace Sophia.Core.Analytics.Forecasting;

/// <summary>A family of models that chooses its form from a series.</summary>
internal interface IForecastingModel
{
    /// <summary>The family's name, such as ETS.</summary>
    string Name { get; }

    /// <summary>Chooses the form; null if the family has nothing to say about such a series.</summary>
    /// <param name="history">Values in the models' unit, without gaps.</param>
    /// <param name="seasons">The periods of the season, ascending; empty if there is none.</param>
    IChosenModel? Choose(double[] history, IReadOnlyList<int> seasons);
}
