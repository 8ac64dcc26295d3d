using System.Text.Json;
using System.Text.Json.Serialization;
using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Analytics.Sales.Winning;
using Sophia.Core.Lists;

namespace Sophia.Core.Predictions;

/// <summary>The JSON form of predictions and models, stored and answered alike.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(DealPrediction))]
[JsonSerializable(typeof(CustomerPrediction))]
[JsonSerializable(typeof(CustomerDrift))]
[JsonSerializable(typeof(MetricForecast))]
[JsonSerializable(typeof(QuarterOutlook))]
[JsonSerializable(typeof(SalesFinding))]
[JsonSerializable(typeof(WinModel))]
[JsonSerializable(typeof(ChurnModel))]
[JsonSerializable(typeof(Page<DealOutlook>))]
[JsonSerializable(typeof(DealOutlookKey))]
[JsonSerializable(typeof(DealWarningSetting))]
[JsonSerializable(typeof(DealWarningsAnswer))]
[JsonSerializable(typeof(DealWarningSearch))]
[JsonSerializable(typeof(DealWarningSwitch))]
[JsonSerializable(typeof(Page<CustomerOutlook>))]
[JsonSerializable(typeof(CustomerOutlookKey))]
[JsonSerializable(typeof(ForecastAnswer))]
[JsonSerializable(typeof(FindingsAnswer))]
[JsonSerializable(typeof(QuarterAnswer))]
[JsonSerializable(typeof(WaterfallAnswer))]
[JsonSerializable(typeof(CoverageAnswer))]
[JsonSerializable(typeof(CycleAnswer))]
[JsonSerializable(typeof(CorrelationsAnswer))]
[JsonSerializable(typeof(LoadAnswer))]
[JsonSerializable(typeof(PredictionQuality))]
public sealed partial class PredictionJson : JsonSerializerContext;
