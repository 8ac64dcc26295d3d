using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Tests.Data;

/// <summary>A source that speaks our own facts, so that tests of the projector need no vendor's format.</summary>
internal sealed class FactsAsJson : IFactMapping
{
    public const string Connection = "test";

    public string KindPrefix => "test.";

    public static NewEvent Event(Fact fact) => new()
    {
        Stream = new(Connection, KindOf(fact), fact.Key.ExternalId),
        SourceVersion = fact.SourceVersion,
        Payload = CanonicalJson.Write(JsonSerializer.SerializeToElement(fact, fact.GetType())),
    };

    public IReadOnlyList<Fact> Map(LoggedEvent logged) => logged.Stream.Kind switch
    {
        "test.account" => [JsonSerializer.Deserialize<Account>(logged.Payload.Span)!],
        "test.stage" => [JsonSerializer.Deserialize<DealStage>(logged.Payload.Span)!],
        "test.deal" => [JsonSerializer.Deserialize<Deal>(logged.Payload.Span)!],
        "test.call" => [JsonSerializer.Deserialize<Call>(logged.Payload.Span)!],
        "test.transcript" => [JsonSerializer.Deserialize<CallTranscript>(logged.Payload.Span)!],
        "test.user" => [JsonSerializer.Deserialize<SystemUser>(logged.Payload.Span)!],
        "test.employee" => [JsonSerializer.Deserialize<Employee>(logged.Payload.Span)!],
        "test.survey" => [JsonSerializer.Deserialize<SurveyResponse>(logged.Payload.Span)!],
        _ => [],
    };

    private static string KindOf(Fact fact) => fact switch
    {
        Account => "test.account",
        DealStage => "test.stage",
        Deal => "test.deal",
        Call => "test.call",
        CallTranscript => "test.transcript",
        SystemUser => "test.user",
        Employee => "test.employee",
        SurveyResponse => "test.survey",
        _ => throw new ArgumentOutOfRangeException(nameof(fact)),
    };
}
