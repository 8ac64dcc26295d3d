using System.Globalization;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Facts;

namespace Sophia.Tests.Data;

/// <summary>Facts of a small made-up company.</summary>
internal static class SampleFacts
{
    public const string New = "sales/new";
    public const string Offer = "sales/offer";
    public const string Won = "sales/won";
    public const string Lost = "sales/lost";

    public static IReadOnlyList<Fact> Stages { get; } =
    [
        Stage(New, "New", 0, 0.2m), Stage(Offer, "Offer", 1, 0.5m), Stage(Won, "Won", 2, 1m, closed: true, won: true), Stage(Lost, "Lost", 3, 0m, closed: true),
    ];

    public static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static DealStage Stage(string id, string label, int order, decimal probability, bool closed = false, bool won = false) => new()
    {
        Key = new(FactsAsJson.Connection, id),
        SourceVersion = 1,
        PipelineId = "sales",
        Label = label,
        Order = order,
        Probability = probability,
        IsClosed = closed,
        IsWon = won,
    };

    public static Account Account(string id, string? region, string? segment = "Large") => new()
    {
        Key = new(FactsAsJson.Connection, id), SourceVersion = 1, Name = $"Account {id}", Region = region, Segment = segment,
    };

    /// <summary>A deal that went through stages, each written as the stage and the day of arrival; closed on arrival in the last if that is a closed one.</summary>
    public static Deal Deal(string id, decimal? amount, params (string Stage, string Day)[] history) => new()
    {
        Key = new(FactsAsJson.Connection, id),
        SourceVersion = 1,
        Name = $"Deal {id}",
        Amount = amount,
        ProductLine = "Cloud",
        OwnerId = "owner",
        AccountId = "a",
        StageId = history[^1].Stage,
        CreatedAt = Day(history[0].Day),
        ClosedAt = history[^1].Stage is Won or Lost ? Day(history[^1].Day) : null,
        StageHistory = [.. history.Select(static entry => new StageEntry(entry.Stage, Day(entry.Day)))],
    };

    /// <summary>A call of half an hour with somebody outside, in which our side talked for ten minutes of twenty-five.</summary>
    public static Call Call(string id, string day, string? owner = "u", params string[] topics) => new()
    {
        Key = new(FactsAsJson.Connection, id),
        SourceVersion = 1,
        Title = $"Call {id}",
        StartedAt = Day(day),
        DurationSeconds = 1800,
        Direction = CallDirection.Outbound,
        IsInternal = false,
        OwnerId = owner,
        DealIds = ["1"],
        AccountId = "a",
        Parties = [new("speaker", "u", "Ann", SpeakerSide.Ours), new(null, null, null, SpeakerSide.Theirs)],
        OurTalkSeconds = 600,
        TheirTalkSeconds = 900,
        Topics = [.. topics.Select(static topic => new CallTopic(topic, 60))],
    };

    public static CallTranscript Transcript(string id, decimal? sentiment) => new()
    {
        Key = new(FactsAsJson.Connection, id), SourceVersion = 1, Sentiment = sentiment, Segments = [new("speaker", 0, 1000, "Good morning.", null)],
    };

    public static SystemUser User(string id, string? email) => new()
    {
        Key = new(FactsAsJson.Connection, id), SourceVersion = 1, Email = email, Name = $"User {id}",
    };

    public static Employee Employee(string id, string? department, string? hired = "2025-01-01", string? left = null) => new()
    {
        Key = new(FactsAsJson.Connection, id),
        SourceVersion = 1,
        Name = $"Employee {id}",
        Email = $"{id}@company.test",
        Department = department,
        Region = "EMEA",
        JobTitle = null,
        ManagerId = null,
        HiredOn = hired is null ? null : DateOnly.Parse(hired, CultureInfo.InvariantCulture),
        LeftOn = left is null ? null : DateOnly.Parse(left, CultureInfo.InvariantCulture),
    };

    public static SurveyResponse Answer(string id, string survey, string day, decimal score, string? employee = null, string? department = null) => new()
    {
        Key = new(FactsAsJson.Connection, id),
        SourceVersion = 1,
        Survey = survey,
        AnsweredOn = DateOnly.Parse(day, CultureInfo.InvariantCulture),
        EmployeeId = employee,
        Department = department,
        Score = score,
    };
}
