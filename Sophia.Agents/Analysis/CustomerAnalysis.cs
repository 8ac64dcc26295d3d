using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Churn.Customers;
using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>
/// Says how customers are doing and who is likely to leave. Churn is learnt once a day from how customers looked a year ago and
/// whether they have bought since; whoever is scored is compared with those who taught the model.
/// </summary>
internal sealed class CustomerAnalysis(
    CustomerFacts facts, PredictionModels models, CustomerPredictions predictions, AnalysisResults results, AnalysisSchedule schedule, AnalysisRuns runs)
{
    public const string Name = PredictionQualityReader.CustomerAnalysis;

    // Customers change daily, what makes them leave does not.
    private static readonly TimeSpan s_learnEvery = TimeSpan.FromHours(24);

    // Of the folds and trees: the same history gives the same model.
    private const int Seed = 1;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        if (await schedule.FindDueAsync(Name, cancellationToken) is not { } run)
        {
            return;
        }

        var now = run.At;

        var (all, callsAreKnown) = await facts.ReadAsync(now, cancellationToken);
        var (model, declined) = await FindModelAsync(all, now, cancellationToken);
        CustomerCourse[] customers = [.. all.Where(static customer => customer.IsCustomer)];
        var table = CustomerFeatures.Table(customers, DateOnly.FromDateTime(now.UtcDateTime));
        var churn = model?.Score(table);
        CustomerHealth[] health = [.. customers.Select(customer => CustomerHealth.Assess(CustomerMeasures.Of(customer, callsAreKnown), CustomerMeasures.Weights))];
        var expansion = PurchaseExpansion.Find(customers, health, churn);
        await predictions.StoreAsync(
            [.. customers.Select((customer, index) => KeyValuePair.Create(customer.Account.Key, new CustomerPrediction
            {
                ScoredAt = now,
                Health = health[index],
                Expansion = expansion[index],
                Churn = churn?[index],
            }))],
            cancellationToken);
        await predictions.LeaveAsync(
            [.. all.Where(static customer => customer.LeftAt is not null).Select(static customer => KeyValuePair.Create(customer.Account.Key, customer.LeftAt!.Value))],
            cancellationToken);
        if (model is not null)
        {
            await results.StoreAsync(
                AnalysisResults.Drift, now, new(model.Version, now, customers.Length, model.Drift(table)), PredictionJson.Default.CustomerDrift, cancellationToken);
        }

        await runs.StoreAsync(Name, run with { Declined = declined }, cancellationToken);
    }

    private async Task<(ChurnModel? Model, string? Declined)> FindModelAsync(
        IReadOnlyList<CustomerCourse> all, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var newest = await models.FindNewestAsync(PredictionQualityReader.ChurnModelKind, PredictionJson.Default.ChurnModel, cancellationToken);
        if (newest is not null && now - newest.TrainedAt < s_learnEvery)
        {
            return (newest.Model, null);
        }

        var training = Train(all, now);
        if (training is not ChurnTraining.Trained(var trained))
        {
            return (null, (training as ChurnTraining.Declined)?.Reason);
        }

        await models.StoreAsync(PredictionQualityReader.ChurnModelKind, trained.Version, now, trained, PredictionJson.Default.ChurnModel, cancellationToken);
        return (trained, null);
    }

    private static ChurnTraining Train(IReadOnlyList<CustomerCourse> all, DateTimeOffset now)
    {
        var then = now - CustomerCourse.Silence;
        CustomerCourse[] customers = [.. all.Select(customer => customer.At(then)).Where(static customer => customer.IsCustomer)];
        var purchases = all.ToDictionary(static customer => customer.Account.Key, static customer => customer.LastPurchase);
        return ChurnTrainer.Train(
            CustomerFeatures.Table(customers, DateOnly.FromDateTime(then.UtcDateTime)),
            Array.ConvertAll(customers, customer => !(purchases[customer.Account.Key] > then)),
            new HashSet<string>(StringComparer.Ordinal), now, Seed);
    }
}
