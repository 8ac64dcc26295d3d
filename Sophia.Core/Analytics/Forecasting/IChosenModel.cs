namespace Sophia.Core.Analytics.Forecasting;

/// <summary>A model whose form is fixed and whose parameters are estimated anew for every history it is shown.</summary>
internal interface IChosenModel
{
    /// <summary>The form, such as ETS(M,Ad,M).</summary>
    string Form { get; }

    /// <summary>Estimates the parameters on the history and forecasts from its end.</summary>
    /// <param name="history">The series that the form was chosen on, perhaps longer or shorter at its end.</param>
    /// <param name="horizon">How many steps ahead.</param>
    ForecastPath Forecast(double[] history, int horizon);
}
