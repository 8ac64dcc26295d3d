using System.Globalization;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The one pipeline and its stages.</summary>
internal static class PipelineEndpoints
{
    public static void MapPipelines(this IEndpointRouteBuilder routes) => routes.MapGet("/crm/v3/pipelines/deals", List);

    private static JsonAnswer List(SeededCompany company)
    {
        var since = Text(new DateTimeOffset(company.FirstDay.AddDays(-400), TimeOnly.MinValue, TimeSpan.Zero));
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            json.WriteStartObject();
            json.WriteString("id", DealProperties.Pipeline);
            json.WriteString("label", "Sales Pipeline");
            json.WriteNumber("displayOrder", 0);
            json.WriteBoolean("archived", false);
            json.WriteString("createdAt", since);
            json.WriteString("updatedAt", since);
            json.WriteStartArray("stages");
            foreach (var stage in DealStages.All)
            {
                json.WriteStartObject();
                json.WriteString("id", stage.Key);
                json.WriteString("label", stage.Label);
                json.WriteNumber("displayOrder", (int)stage);
                json.WriteStartObject("metadata");
                json.WriteString("isClosed", stage.IsClosed.ToString(CultureInfo.InvariantCulture).ToLowerInvariant());
                json.WriteString("probability", stage.Probability);
                json.WriteEndObject();
                json.WriteBoolean("archived", false);
                json.WriteString("createdAt", since);
                json.WriteString("updatedAt", since);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
