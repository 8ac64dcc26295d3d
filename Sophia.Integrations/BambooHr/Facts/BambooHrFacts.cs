using System.Text.Json;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.BambooHr.Facts;

/// <summary>Turns BambooHR's employees and survey answers into facts.</summary>
internal sealed class BambooHrFacts(IOptions<BambooHrOptions> options) : IFactMapping
{
    public string KindPrefix => BambooHrKinds.Prefix;

    public IReadOnlyList<Fact> Map(LoggedEvent logged)
    {
        using var content = JsonDocument.Parse(logged.Payload);
        var source = content.RootElement;
        Fact? fact = logged.Stream.Kind switch
        {
            BambooHrKinds.Employee => EmployeeFact.From(logged, source, options.Value),
            BambooHrKinds.SurveyAnswer => SurveyAnswerFact.From(logged, source, options.Value),
            _ => null,
        };
        return fact is null ? [] : [fact];
    }
}
