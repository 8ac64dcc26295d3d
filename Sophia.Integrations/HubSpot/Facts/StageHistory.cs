using System.Text.Json;
using Sophia.Core.Facts;

namespace Sophia.Integrations.HubSpot.Facts;

/// <summary>
/// The stages that a deal went through. HubSpot keeps the past values of the stage and of the pipeline apart; a stage's
/// identity here is both, so each arrival takes the pipeline that the deal was in at that moment.
/// </summary>
internal static class StageHistory
{
    /// <summary>The arrivals, oldest first; empty where HubSpot gave no history.</summary>
    public static IReadOnlyList<StageEntry> Of(JsonElement deal)
    {
        if (!deal.TryGetProperty("propertiesWithHistory", out var histories))
        {
            return [];
        }

        var pipelines = Values(histories, "pipeline");
        var current = HubSpotProperty.Of(deal, "pipeline");
        List<StageEntry> entries = [];
        foreach (var (stage, at) in Values(histories, "dealstage"))
        {
            // A history of pipelines may be missing or begin a moment later than that of the stages.
            var pipeline = pipelines.LastOrDefault(value => value.At <= at).Value ?? pipelines.FirstOrDefault().Value ?? current;
            var id = $"{pipeline}/{stage}";
            if (pipeline is not null && (entries.Count == 0 || !string.Equals(entries[^1].StageId, id, StringComparison.Ordinal)))
            {
                entries.Add(new StageEntry(id, at));
            }
        }

        return entries;
    }

    private static List<(string Value, DateTimeOffset At)> Values(JsonElement histories, string property)
    {
        if (!histories.TryGetProperty(property, out var values) || values.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        return
        [
            .. from value in values.EnumerateArray()
               let text = SourceValue.Text(value, "value")
               let at = SourceValue.Time(SourceValue.Text(value, "timestamp"))
               where text is not null && at is not null
               orderby at
               select (text, at.Value),
        ];
    }
}
