using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.HubSpot.Facts;

/// <summary>A stage's meaning comes from its settings: closed and certain is won, closed and hopeless is lost.</summary>
internal static class StageFact
{
    /// <summary>
    /// The fact, or null where the stage lacks a name or a probability and so has no meaning. An archived stage stays:
    /// no deal is in it now, but the pipeline of a past day needs it.
    /// </summary>
    public static DealStage? From(LoggedEvent logged, JsonElement source)
    {
        if (SourceValue.Text(source, "pipelineId") is not { } pipelineId
            || !source.TryGetProperty("stage", out var stage)
            || SourceValue.Text(stage, "label") is not { } label
            || !stage.TryGetProperty("metadata", out var settings)
            || SourceValue.Number(SourceValue.Text(settings, "probability")) is not { } probability)
        {
            return null;
        }

        var isClosed = string.Equals(SourceValue.Text(settings, "isClosed"), "true", StringComparison.OrdinalIgnoreCase);
        return new DealStage
        {
            Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
            // HubSpot has no version of a stage: of equal ones the later in the log wins.
            SourceVersion = 0,
            PipelineId = pipelineId,
            Label = label,
            Order = stage.TryGetProperty("displayOrder", out var order) && order.TryGetInt32(out var place) ? place : int.MaxValue,
            Probability = probability,
            IsClosed = isClosed,
            IsWon = isClosed && probability == 1m,
        };
    }
}
