using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Churn.Customers;
using Sophia.Core.Analytics.Churn.Health;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>
/// Says once a day how customers are doing and who is likely to leave. Churn is learnt from how customers looked a year ago and
/// whether they have bought since.
/// </summary>
internal sealed class CustomerAnalysis(
    CustomerFacts facts, PredictionModels models, CustomerPredictions predictions, AnalysisRuns runs, TimeProvider clock)
{
    public const string Name = PredictionQualityReader.CustomerAnalysis;

    // Of the folds and trees: the same history gives the same model.
    private const int Seed = 1;

    public async Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (await runs.FindAsync(Name, cancellationToken) is { } last && last.At.UtcDateTime.Date == now.UtcDateTime.Date)
        {
            return;
        }

        var (all, callsAreKnown) = await facts.ReadAsync(now, cancellationToken);
        var training = Train(all, now);
        if (training is ChurnTraining.Trained(var trained))
        {
            await models.StoreAsync(PredictionQualityReader.ChurnModelKind, trained.Version, now, trained, PredictionJson.Default.ChurnModel, cancellationToken);
        }

        CustomerCourse[] customers = [.. all.Where(static customer => customer.IsCustomer)];
        var churn = (training as ChurnTraining.Trained)?.Model.Score(CustomerFeatures.Table(customers, DateOnly.FromDateTime(now.UtcDateTime)));
        CustomerHealth[] health = [.. customers.Select(customer => CustomerHealth.Assess(CustomerMeasures.Of(customer, callsAreKnown), CustomerMeasures.Weights))];
        var expansion = PurchaseExpansion.Find(customers, health);
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
        await runs.StoreAsync(Name, now, (training as ChurnTraining.Declined)?.Reason, cancellationToken);
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
