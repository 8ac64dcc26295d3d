using Sophia.Core.Facts;
using Sophia.Core.Metrics;

namespace Sophia.Tests.Data.Projection;

/// <summary>Components computed from the facts themselves, one by one, without rollups and without SQL.</summary>
internal sealed class DirectComputation
{
    private readonly List<Fact> _facts;
    private readonly Dictionary<string, DealStage> _stages;
    private readonly Dictionary<string, Account> _accounts;

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

        _facts = [.. latest.Values];
        _stages = ById<DealStage>();
        _accounts = ById<Account>();
    }

    public decimal Total(MetricComponent component, DateRange range, params IReadOnlyList<MetricFilter> filters) =>
        Values(component, range, filters).Sum(static value => value.Value);

    public Dictionary<string, decimal> Groups(MetricComponent component, DateRange range, Dimension dimension, params IReadOnlyList<MetricFilter> filters) =>
        Values(component, range, filters)
            .SelectMany(value => value.Members(dimension).Distinct(StringComparer.Ordinal).Select(member => (Member: member ?? "", value.Value)))
            .GroupBy(static value => value.Member, StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.Sum(static value => value.Value), StringComparer.Ordinal);

    private IEnumerable<Contribution> Values(MetricComponent component, DateRange range, IReadOnlyList<MetricFilter> filters) => Values(component, range)
        .Where(value => filters.All(filter => value.Members(filter.Dimension).Any(member => filter.Members.Contains(member ?? "", StringComparer.Ordinal))));

    private IEnumerable<Contribution> Values(MetricComponent component, DateRange range) => component.Name switch
    {
        "won_amount" => Closed(range, static stage => stage.IsWon, static deal => deal.Amount ?? 0),
        "won_deals" => Closed(range, static stage => stage.IsWon, static _ => 1),
        "lost_deals" => Closed(range, static stage => !stage.IsWon, static _ => 1),
        "closed_deals" => Closed(range, static _ => true, static _ => 1),
        "won_cycle_days" => Closed(range, static stage => stage.IsWon, static deal => (decimal)(deal.ClosedAt!.Value - deal.CreatedAt).TotalDays),
        "created_deals" => Present<Deal>().Where(deal => Contains(range, deal.CreatedAt)).Select(deal => Of(deal, null, 1)),
        "open_amount" => OpenAtEnd(range, static (deal, _) => deal.Amount ?? 0),
        "weighted_open_amount" => OpenAtEnd(range, static (deal, stage) => (deal.Amount ?? 0) * stage.Probability),
        "open_deals" => OpenAtEnd(range, static (_, _) => 1),
        "external_calls" => Calls(range, static call => call.IsInternal != true, static (_, _) => 1),
        "external_minutes" => Calls(range, static call => call.IsInternal != true, static (call, _) => call.DurationSeconds / 60m),
        "internal_hours" => Calls(range, static call => call.IsInternal == true, static (call, _) => call.DurationSeconds / 3600m),
        "our_talk_seconds" => Calls(range, IsTalkMeasured, static (call, _) => call.OurTalkSeconds!.Value),
        "all_talk_seconds" => Calls(range, IsTalkMeasured, static (call, _) => call.OurTalkSeconds!.Value + call.TheirTalkSeconds!.Value),
        "sentiment_sum" => Calls(range, static call => call.IsInternal != true, static (_, sentiment) => sentiment),
        "sentiment_calls" => Calls(range, static call => call.IsInternal != true, static (_, sentiment) => sentiment is null ? null : 1),
        "headcount" => Present<Employee>().Where(person => person.HiredOn <= range.To && (person.LeftOn is null || person.LeftOn > range.To)).Select(Of),
        "hires" => Present<Employee>().Where(person => person.HiredOn is { } day && Contains(range, day)).Select(Of),
        "leavers" => Present<Employee>().Where(person => person.LeftOn is { } day && Contains(range, day)).Select(Of),
        "score_sum" => Answers(range, static answer => answer.Score),
        "survey_answers" => Answers(range, static _ => 1),
        _ => throw new ArgumentOutOfRangeException(nameof(component), component.Name, "Unknown."),
    };

    private IEnumerable<Contribution> Closed(DateRange range, Func<DealStage, bool> counts, Func<Deal, decimal> measure) =>
        from deal in Present<Deal>()
        let stage = _stages.GetValueOrDefault(deal.StageId)
        where stage is { IsClosed: true } && counts(stage) && deal.ClosedAt is { } closed && Contains(range, closed)
        select Of(deal, stage, measure(deal));

    private IEnumerable<Contribution> OpenAtEnd(DateRange range, Func<Deal, DealStage, decimal> measure)
    {
        var end = new DateTimeOffset(range.To.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);
        foreach (var deal in Present<Deal>())
        {
            // Where a deal is at the end of the last day: of several stages entered on it, the last.
            var at = deal.StageHistory.OrderBy(static entry => entry.EnteredAt).LastOrDefault(entry => entry.EnteredAt < end);
            if (at is not null && _stages.GetValueOrDefault(at.StageId) is { IsClosed: false } stage)
            {
                yield return Of(deal, stage, measure(deal, stage));
            }
        }
    }

    private IEnumerable<Contribution> Calls(DateRange range, Func<Call, bool> counts, Func<Call, decimal?, decimal?> measure)
    {
        var transcripts = ById<CallTranscript>();
        return
            from call in Present<Call>()
            where Contains(range, call.StartedAt) && counts(call)
            let transcript = transcripts.GetValueOrDefault(call.Key.ExternalId)
            let value = measure(call, transcript is { IsRemoved: false } ? transcript.Sentiment : null)
            where value is not null
            select Of(call, value.Value);
    }

    private IEnumerable<Contribution> Answers(DateRange range, Func<SurveyResponse, decimal> measure) =>
        from survey in Present<SurveyResponse>().GroupBy(static answer => answer.Survey, StringComparer.Ordinal)
        where Contains(range, survey.Min(static answer => answer.AnsweredOn))
        from answer in survey
        let department = answer.Department ?? (answer.EmployeeId is { } id ? ById<Employee>().GetValueOrDefault(id)?.Department : null)
        select new Contribution(measure(answer), _ => [department]);

    private Contribution Of(Deal deal, DealStage? stage, decimal value)
    {
        var account = deal.AccountId is null ? null : _accounts.GetValueOrDefault(deal.AccountId);
        return new(value, dimension => dimension switch
        {
            Dimension.ProductLine => [deal.ProductLine],
            Dimension.Region => [account?.Region],
            Dimension.Segment => [account?.Segment],
            Dimension.Stage => [stage!.Label],
            Dimension.Seller => [OwnerOf(deal.OwnerId)?.Name],
            Dimension.Department => [PersonOf(deal.OwnerId)?.Department],
            _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
        });
    }

    private Contribution Of(Call call, decimal value)
    {
        var account = call.AccountId is null ? null : _accounts.GetValueOrDefault(call.AccountId);
        return new(value, dimension => dimension switch
        {
            Dimension.Department => [PersonOf(call.OwnerId)?.Department],
            Dimension.Seller => [OwnerOf(call.OwnerId)?.Name],
            Dimension.Region => [account?.Region],
            Dimension.Segment => [account?.Segment],
            Dimension.CallDirection => [call.Direction == CallDirection.Unknown ? null : (string?)JsonNameOf(call.Direction)],
            Dimension.Topic => call.Topics.Select(static topic => (string?)topic.Name),
            _ => throw new ArgumentOutOfRangeException(nameof(dimension)),
        });
    }

    private SystemUser? OwnerOf(string? id) => id is null ? null : ById<SystemUser>().GetValueOrDefault(id);

    private Employee? PersonOf(string? owner) => OwnerOf(owner)?.Email is { } email
        ? _facts.OfType<Employee>()
            .Where(person => person.Email == email)
            .OrderBy(static person => person.IsRemoved)
            .ThenByDescending(static person => person.LeftOn ?? DateOnly.MaxValue)
            .ThenByDescending(static person => person.HiredOn ?? DateOnly.MinValue)
            .ThenBy(static person => person.Key.ExternalId, StringComparer.Ordinal)
            .FirstOrDefault()
        : null;

    private static Contribution Of(Employee person) => new(1, _ => [person.Department]);

    private static bool IsTalkMeasured(Call call) => call is { IsInternal: not true, OurTalkSeconds: not null, TheirTalkSeconds: not null };

    private static string JsonNameOf(CallDirection direction) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName($"{direction}");

    private Dictionary<string, TFact> ById<TFact>()
        where TFact : Fact =>
        _facts.OfType<TFact>().ToDictionary(static fact => fact.Key.ExternalId, StringComparer.Ordinal);

    private IEnumerable<TFact> Present<TFact>()
        where TFact : Fact =>
        _facts.OfType<TFact>().Where(static fact => !fact.IsRemoved);

    private static bool Contains(DateRange range, DateTimeOffset time) => Contains(range, DateOnly.FromDateTime(time.UtcDateTime));

    private static bool Contains(DateRange range, DateOnly day) => day >= range.From && day <= range.To;

    private sealed record Contribution(decimal Value, Func<Dimension, IEnumerable<string?>> Members);
}
