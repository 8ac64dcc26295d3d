namespace Sophia.Core.Analytics.Forecasting;

/// <summary>One model's part in a forecast.</summary>
/// <param name="Family">The kind of model, such as ETS.</param>
/// <param name="Form">The form that was chosen, such as ETS(M,Ad,M).</param>
/// <param name="Weight">From 0 to 1.</param>
/// <param name="BackTestError">The mean absolute error in the back-test, in the unit of the series; null without a back-test.</param>
public sealed record ModelShare(string Family, string Form, double Weight, double? BackTestError);
