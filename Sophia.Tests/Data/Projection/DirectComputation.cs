using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Data.Projection;

/// <summary>Components computed from the facts themselves, deal by deal, without rollups and without SQL.</summary>
internal sealed class DirectComputation
{
    private readonly Dictionary<string, DealStage> _stages;
    private readonly Dictionary<string, Account> _accounts;
    private readonly List<Deal> _deals;

    public DirectComputation(IEnumerable<Fact> said)
    {
        var latest = new Dictionary<(Type, string), Fact>();
        foreach (var fact in said)
        {
            if (!latest.TryGetValue((fact.GetType(), fact.Key.ExternalId), out var held) || fact.SourceVersion >= held.SourceVersion)
            {
                latest[(fact.GetType(), fact.Key.ExternalId)] = fact;
            }
        }

        _stages = latest.Values.OfType<DealStage>().ToDictionary(static stage => stage.Key.ExternalId, StringComparer.Ordinal);
        _accounts = latest.Values.OfType<Account>().ToDictionary(static account => account.Key.ExternalId, StringComparer.Ordinal);
        _deals = [.. latest.Values.OfType<Deal>().Where(static deal => !deal.IsRemoved)];
    }

    public decimal Total(MetricComponent component, DateRange range) => Values(component, range).Sum(static value => value.Value);

    public Dictionary<string, decimal> Groups(MetricComponent component, DateRange range, Dimension dimension) =>
        Values(component, range)
            .GroupBy(value => Member(value.Deal, value.Stage, dimension), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => decimal.Round(group.Sum(static value => value.Value), 2, MidpointRounding.AwayFromZero), StringComparer.Ordinal);

    private IEnumerable<(Deal Deal, DealStage? Stage, decimal Value)> Values(MetricComponent component, DateRange range) => component.Name switch
    {
        "won_amount" => Closed(range, static stage => stage.IsWon, static deal => deal.Amount ?? 0),
        "won_deals" => Closed(range, static stage => stage.IsWon, static _ => 1),
        "lost_deals" => Closed(range, static stage => !stage.IsWon, static _ => 1),
        "created_deals" => _deals.Where(deal => Contains(range, deal.CreatedAt)).Select(static deal => (deal, (DealStage?)null, 1m)),
        "open_amount" => OpenAtEnd(range, static (deal, _) => deal.Amount ?? 0),
        "weighted_open_amount" => OpenAtEnd(range, static (deal, stage) => (deal.Amount ?? 0) * stage.Probability),
        "open_deals" => OpenAtEnd(range, static (_, _) => 1),
        _ => throw new ArgumentOutOfRangeException(nameof(component), component.Name, "No metric is this component alone."),
    };

    private IEnumerable<(Deal, DealStage?, decimal)> Closed(DateRange range, Func<DealStage, bool> counts, Func<Deal, decimal> measure) =>
        from deal in _deals
        let stage = _stages.GetValueOrDefault(deal.StageId)
        where stage is { IsClosed: true } && counts(stage) && deal.ClosedAt is { } closed && Contains(range, closed)
        select (deal, (DealStage?)stage, measure(deal));

    private IEnumerable<(Deal, DealStage?, decimal)> OpenAtEnd(DateRange range, Func<Deal, DealStage, decimal> measure)
    {
        var end = new DateTimeOffset(range.To.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        foreach (var deal in _deals)
        {
            // Where a deal is at the end of the last day: of several stages entered on it, the last.
            var at = deal.StageHistory.OrderBy(static entry => entry.EnteredAt).LastOrDefault(entry => entry.EnteredAt < end);
            if (at is not null && _stages.GetValueOrDefault(at.StageId) is { IsClosed: false } stage)
            {
                yield return (deal, stage, measure(deal, stage));
            }
        }
    }

    private string Member(Deal deal, DealStage? stage, Dimension dimension)
    {
        var account = deal.AccountId is null ? null : _accounts.GetValueOrDefault(deal.AccountId);
        var member = dimension switch
        {
            Dimension.ProductLine => deal.ProductLine,
            Dimension.Region => account?.Region,
            Dimension.Segment => account?.Segment,
            Dimension.Stage => stage!.Label,
        };
        return member ?? "";
    }

    private static bool Contains(DateRange range, DateTimeOffset time) =>
        DateOnly.FromDateTime(time.UtcDateTime) is var day && day >= range.From && day <= range.To;
}
