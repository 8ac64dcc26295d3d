using Npgsql;
using Sophia.Core.Analytics.Churn.Models;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;

namespace Sophia.Data.Predictions;

/// <summary>Holds predictions against what came.</summary>
/// <param name="database">The database.</param>
/// <param name="models">The trained models.</param>
/// <param name="forecasts">The forecasts.</param>
/// <param name="runs">Why analyses declined.</param>
/// <param name="results">What analyses said last.</param>
public sealed class PredictionQualityReader(
    NpgsqlDataSource database, PredictionModels models, MetricForecasts forecasts, AnalysisRuns runs, AnalysisResults results)
{
    /// <summary>The kind of the model of deals' chances.</summary>
    public const string WinModelKind = "deal.win";

    /// <summary>The name of the analysis of deals.</summary>
    public const string DealAnalysis = "deals";

    /// <summary>The kind of the model of customers' risks.</summary>
    public const string ChurnModelKind = "customer.churn";

    /// <summary>The name of the analysis of customers.</summary>
    public const string CustomerAnalysis = "customers";

    // The newest say what the present models are worth; more would not change the measures visibly.
    private const string DecidedDeals = """
        SELECT win_probability, outcome = 'won' FROM deal_prediction
        WHERE outcome IN ('won', 'lost') ORDER BY ended_at DESC LIMIT 10000
        """;

    /// <summary>How good the predictions are now.</summary>
    public async Task<PredictionQuality> ReadAsync(CancellationToken cancellationToken)
    {
        var winning = await models.FindNewestAsync(WinModelKind, PredictionJson.Default.WinModel, cancellationToken);
        var churn = await models.FindNewestAsync(ChurnModelKind, PredictionJson.Default.ChurnModel, cancellationToken);
        var drift = await results.FindAsync(AnalysisResults.Drift, PredictionJson.Default.CustomerDrift, cancellationToken);
        string[] metrics = [.. MetricCatalog.All.Select(static metric => metric.Key)];
        var (promised, came) = winning is null ? ([], []) : await ReadDecidedAsync(cancellationToken);
        return new()
        {
            Deals = winning is null ? null : Judge(
                winning.Model.Version, winning.TrainedAt, winning.Model.Deals, winning.Model.Measured, winning.Model.Calibration, promised, came),
            DealsDeclined = (await runs.FindAsync(DealAnalysis, cancellationToken))?.Declined,
            // Whether a customer leaves is decided a year after it was said, and only its newest score is kept.
            Customers = churn is null ? null : Judge(
                churn.Model.Version, churn.TrainedAt, churn.Model.Card.Rows, churn.Model.Card.Validated, churn.Model.Card.Calibration, [], []),
            CustomersDeclined = (await runs.FindAsync(CustomerAnalysis, cancellationToken))?.Declined,
            // A comparison with another model says nothing of this one.
            CustomersDrift = drift?.ModelVersion == churn?.Model.Version ? drift : null,
            Forecasts = await forecasts.ReadNewestAsync(metrics, dimension: null, cancellationToken),
            Load = await results.FindAsync(AnalysisResults.Load, PredictionJson.Default.LoadAnswer, cancellationToken) ?? LoadAnswer.NotYet,
        };
    }

    private async Task<(List<double> Promised, List<bool> Came)> ReadDecidedAsync(CancellationToken cancellationToken)
    {
        List<double> promised = [];
        List<bool> came = [];
        await using var command = database.CreateCommand(DecidedDeals);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            promised.Add(row.GetDouble(0));
            came.Add(row.GetBoolean(1));
        }

        return (promised, came);
    }

    private static ModelQuality Judge(
        string version, DateTimeOffset trainedAt, int learntFrom, Measures heldOut, IReadOnlyList<CalibrationBin> calibration,
        List<double> promised, List<bool> came) => new()
        {
            Version = version,
            TrainedAt = trainedAt,
            LearntFrom = learntFrom,
            HeldOut = heldOut,
            HeldOutCalibration = calibration,
            Decided = came.Count,
            TrackRecord = came.Contains(true) && came.Contains(false) ? Measures.Of(promised, came) : null,
            TrackRecordCalibration = CalibrationBin.Of(promised, came),
        };
}
