using Microsoft.Extensions.Options;
using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Analytics.Sales.History;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Analytics.Sales.Winning;
using Sophia.Core.Facts;
using Sophia.Core.Predictions;
using Sophia.Data.Predictions;

namespace Sophia.Agents.Analysis;

/// <summary>
/// Says what to expect of open deals: learns once a day from their whole history, and scores a deal anew whenever something is
/// heard of it, and all of them when a warning is switched on.
/// </summary>
internal sealed class SalesAnalysis(
    SalesFacts facts, PredictionModels models, DealPredictions predictions, DealWarningSettings warnings, Findings findings, AnalysisRuns runs,
    IOptions<AnalysisOptions> options, TimeProvider clock)
{
    public const string Name = PredictionQualityReader.DealAnalysis;
    public const string WinModelKind = PredictionQualityReader.WinModelKind;

    // Deals change daily, what makes them succeed does not.
    private static readonly TimeSpan s_learnEvery = TimeSpan.FromHours(24);

    // Entries get their time before they commit, so a look begins a little before the last one ended.
    private static readonly TimeSpan s_overlap = TimeSpan.FromMinutes(1);

    private SalesModel? _model;
    private DateTimeOffset _learntAt;
    private DateTimeOffset _scoredUntil;

    /// <summary>Does what is due: learns, or scores what changed.</summary>
    public Task RunOnceAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // What could not be learnt yet may be learnt from what was brought since.
        var learnEvery = _model is null ? options.Value.Renewal : s_learnEvery;
        return _learntAt == default || now - _learntAt >= learnEvery ? LearnAsync(now, cancellationToken) : ScoreChangedAsync(now, cancellationToken);
    }

    private async Task LearnAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var end = await runs.ReadLogEndAsync(cancellationToken);
        var history = await facts.ReadHistoryAsync(now, cancellationToken);
        (_learntAt, _scoredUntil) = (now, now);
        await findings.StoreAsync(SalesDiscovery.Find(history), now, cancellationToken);
        var winning = await FindModelAsync(history, now, cancellationToken);
        _model = winning is null ? null : new SalesModel(history, winning);
        if (_model is not null)
        {
            await ScoreAllAsync(_model, history, now, cancellationToken);
            await EndMissingAsync(history, now, cancellationToken);
        }

        await runs.StoreAsync(
            Name,
            new(now, end, winning is null ? "Too few deals were won and lost to learn from: 30 of each are needed." : null),
            cancellationToken);
    }

    private async Task ScoreChangedAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_model is null)
        {
            return;
        }

        var settings = await warnings.ReadAsync(cancellationToken);
        if (settings.Any(static one => one.IsAwaited))
        {
            await ScoreAllAsync(_model, await facts.ReadHistoryAsync(now, cancellationToken), now, cancellationToken);
        }

        var (changed, removed) = await facts.ReadChangedAsync(_scoredUntil - s_overlap, now, cancellationToken);
        await ScoreAsync(_model, changed, removed, On(settings), now, cancellationToken);
        _scoredUntil = now;
    }

    private async Task ScoreAllAsync(SalesModel model, SalesHistory history, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (settings, known) = await warnings.ReadAllAsync(cancellationToken);
        await ScoreAsync(model, history, [], On(settings), now, cancellationToken);
        await warnings.StoreSearchAsync(known, now, cancellationToken);
    }

    // A process that starts anew goes on with the day's model.
    private async Task<WinModel?> FindModelAsync(SalesHistory history, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var newest = await models.FindNewestAsync(WinModelKind, PredictionJson.Default.WinModel, cancellationToken);
        if (newest is not null && now - newest.TrainedAt < s_learnEvery)
        {
            return newest.Model;
        }

        if (WinModel.Train(history) is not { } trained)
        {
            return null;
        }

        await models.StoreAsync(WinModelKind, trained.Version, now, trained, PredictionJson.Default.WinModel, cancellationToken);
        return trained;
    }

    private async Task ScoreAsync(
        SalesModel model, SalesHistory history, IReadOnlyList<FactKey> removed, IReadOnlySet<DealWarningKind> switchedOn, DateTimeOffset now,
        CancellationToken cancellationToken)
    {
        await predictions.StoreAsync(
            [.. history.Open.Select(course => KeyValuePair.Create(course.Deal.Key, model.Predict(course, now, switchedOn)))], cancellationToken);
        await predictions.EndAsync(
            [.. history.Closed.Select(Ended), .. removed.Select(key => new EndedDeal(key, EndedDeal.Removed, now))], cancellationToken);
    }

    // A deal may also have left without a change of its own, as when its stage is no longer known.
    private async Task EndMissingAsync(SalesHistory history, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var gone = await predictions.ReadOpenAsync(cancellationToken);
        gone.ExceptWith(history.Open.Select(static course => course.Deal.Key));
        await predictions.EndAsync([.. gone.Select(key => new EndedDeal(key, EndedDeal.Removed, now))], cancellationToken);
    }

    private static HashSet<DealWarningKind> On(IEnumerable<DealWarningSetting> settings) =>
        [.. settings.Where(static one => one.On).Select(static one => one.Kind)];

    private static EndedDeal Ended(DealCourse course) =>
        new(course.Deal.Key, course.Outcome is DealOutcome.Won ? EndedDeal.Won : EndedDeal.Lost, course.EndedAt!.Value);
}
