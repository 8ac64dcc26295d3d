using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.Gong.Facts;

/// <summary>Turns Gong's users, calls and transcripts into facts.</summary>
internal sealed class GongFacts : IFactMapping
{
    public string KindPrefix => GongKinds.Prefix;

    public IReadOnlyList<Fact> Map(LoggedEvent logged)
    {
        using var content = JsonDocument.Parse(logged.Payload);
        var source = content.RootElement;
        Fact? fact = logged.Stream.Kind switch
        {
            GongKinds.User => UserFact.From(logged, source),
            GongKinds.Call => CallFact.From(logged, source),
            GongKinds.Transcript => TranscriptFact.From(logged, source),
            _ => null,
        };
        return fact is null ? [] : [fact];
    }
}
