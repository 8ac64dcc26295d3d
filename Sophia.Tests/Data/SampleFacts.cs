using System.Globalization;
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
}
