using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.HubSpot.Facts;

/// <summary>A deal of HubSpot.</summary>
internal static class DealFact
{
    // Of a deleted deal HubSpot gives no more than its id. It counts in no metric, so these are never shown.
    private const string NoStage = "";

    /// <summary>The fact, or null where HubSpot does not say which stage the deal is in or when it was opened: it could be counted nowhere.</summary>
    public static Deal? From(LoggedEvent logged, JsonElement source, HubSpotOptions options)
    {
        var isRemoved = Archived.Is(source);
        var createdAt = SourceValue.Time(HubSpotProperty.Of(source, "createdate") ?? SourceValue.Text(source, "createdAt"));
        var history = StageHistory.Of(source);
        if (history.Count == 0 && createdAt is { } opened && CurrentStage(source) is { } stage)
        {
            history = [new StageEntry(stage, opened)];
        }

        if (!isRemoved && (history.Count == 0 || createdAt is null))
        {
            return null;
        }

        return new Deal
        {
            Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
            SourceVersion = logged.SourceVersion ?? 0,
            IsRemoved = isRemoved,
            Name = HubSpotProperty.Of(source, "dealname"),
            Amount = AmountOf(source, options.HomeCurrency),
            ProductLine = HubSpotProperty.Of(source, options.ProductLineProperty),
            OwnerId = HubSpotProperty.Of(source, "hubspot_owner_id"),
            AccountId = AccountOf(source),
            StageId = history is [.., var last] ? last.StageId : NoStage,
            CreatedAt = createdAt ?? DateTimeOffset.UnixEpoch,
            ClosedAt = SourceValue.Time(HubSpotProperty.Of(source, "closedate")),
            StageHistory = history,
        };
    }

    private static string? CurrentStage(JsonElement source) =>
        HubSpotProperty.Of(source, "pipeline") is { } pipeline && HubSpotProperty.Of(source, "dealstage") is { } stage
            ? $"{pipeline}/{stage}"
            : null;

    // An amount in another currency that HubSpot has not converted is no amount in the organisation's currency.
    private static decimal? AmountOf(JsonElement source, string homeCurrency)
    {
        var currency = HubSpotProperty.Of(source, "deal_currency_code");
        return SourceValue.Number(HubSpotProperty.Of(source, "amount_in_home_currency"))
            ?? (currency is null || string.Equals(currency, homeCurrency, StringComparison.Ordinal) ? SourceValue.Number(HubSpotProperty.Of(source, "amount")) : null);
    }

    private static string? AccountOf(JsonElement source) =>
        source.TryGetProperty("associations", out var associations)
        && associations.TryGetProperty("companies", out var companies)
        && companies.GetArrayLength() > 0
            ? companies[0].GetString()
            : null;
}
