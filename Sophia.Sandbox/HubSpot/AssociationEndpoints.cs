using System.Globalization;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>Which company a deal is made with.</summary>
internal static class AssociationEndpoints
{
    private const int MostInputs = 1_000;

    public static void MapAssociations(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/crm/v4/associations/deals/companies/batch/read", BatchReadAsync);

    private static async Task<JsonAnswer> BatchReadAsync(HttpContext context, CrmStore store, TimeProvider clock, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var (body, broken) = await RequestBody.ReadAsync(context.Request, HubSpotJsonContext.Default.BatchReadRequest, cancellationToken);
        if (body is null)
        {
            return broken!.AsResult(context);
        }

        if (body.Inputs.Count is < 1 or > MostInputs)
        {
            return HubSpotError.Invalid($"A batch read of associations takes 1 to {MostInputs} inputs, not {body.Inputs.Count}.").AsResult(context);
        }

        List<Deal> found = [];
        HashSet<string> missing = [];
        foreach (var input in body.Inputs.DistinctBy(input => input.Id, StringComparer.Ordinal))
        {
            if (long.TryParse(input.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && store.FindDeal(id) is { } deal)
            {
                found.Add(deal);
            }
            else
            {
                missing.Add(input.Id);
            }
        }

        return BatchAnswer.Make("associations", missing, startedAt, clock.GetUtcNow(), json =>
        {
            foreach (var deal in found)
            {
                json.WriteStartObject();
                json.WriteStartObject("from");
                json.WriteString("id", Text(deal.Id));
                json.WriteEndObject();
                json.WriteStartArray("to");
                json.WriteStartObject();
                json.WriteNumber("toObjectId", deal.CompanyId);
                json.WriteStartArray("associationTypes");
                json.WriteStartObject();
                json.WriteString("category", "HUBSPOT_DEFINED");
                json.WriteNumber("typeId", 5);
                json.WriteString("label", "Primary");
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }
        });
    }
}
