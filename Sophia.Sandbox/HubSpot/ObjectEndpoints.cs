using System.Globalization;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>List, search and batch read of one object type.</summary>
internal sealed class ObjectEndpoints<T>(ObjectKind<T> kind, TimeProvider clock)
    where T : class, ICrmObject
{
    private const int MostInputs = 100;
    private const int MostInputsWithHistory = 50;

    public void Map(IEndpointRouteBuilder routes)
    {
        var objects = routes.MapGroup($"/crm/v3/objects/{kind.Plural}");
        objects.MapGet("", List);
        objects.MapPost("/search", SearchAsync);
        objects.MapPost("/batch/read", BatchReadAsync);
    }

    private JsonAnswer List(HttpContext context)
    {
        if (ListRequest.Read(context.Request.Query, out var error) is not { } asked)
        {
            return error!.AsResult(context);
        }

        var page = kind.Read(table => table.Page(asked.After, asked.Limit, asked.Archived));
        var more = page.Count > asked.Limit;
        var properties = kind.Properties.Select(asked.Properties);
        var request = context.Request;
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            for (var index = 0; index < Math.Min(page.Count, asked.Limit); index++)
            {
                kind.Write(json, page[index], properties, asked.WithHistory, asked.Associations);
            }

            json.WriteEndArray();
            if (more)
            {
                var after = Text(page[asked.Limit - 1].Id);
                var query = QueryString.Create(request.Query.Where(pair => !string.Equals(pair.Key, "after", StringComparison.Ordinal))).Add("after", after);
                json.WriteStartObject("paging");
                json.WriteStartObject("next");
                json.WriteString("after", after);
                json.WriteString("link", $"{request.Scheme}://{request.Host}{request.Path}{query}");
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }

    private async Task<JsonAnswer> SearchAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var (body, broken) = await RequestBody.ReadAsync(context.Request, HubSpotJsonContext.Default.SearchRequest, cancellationToken);
        if (body is null)
        {
            return broken!.AsResult(context);
        }

        var (plan, refused) = SearchPlan.Make(body);
        if (plan is null)
        {
            return refused!.AsResult(context);
        }

        var found = kind.Read(plan.Run);
        var properties = kind.Properties.Select(body.Properties);
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteNumber("total", found.Count);
            json.WriteStartArray("results");
            foreach (var item in found.Skip(plan.Skip).Take(plan.Limit))
            {
                kind.Write(json, item, properties, withHistory: [], associations: false);
            }

            json.WriteEndArray();
            if (plan.Skip + plan.Limit < found.Count)
            {
                json.WriteStartObject("paging");
                json.WriteStartObject("next");
                json.WriteString("after", Text(plan.Skip + plan.Limit));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }

    private async Task<JsonAnswer> BatchReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var (body, broken) = await RequestBody.ReadAsync(context.Request, HubSpotJsonContext.Default.BatchReadRequest, cancellationToken);
        if (body is null)
        {
            return broken!.AsResult(context);
        }

        var most = body.PropertiesWithHistory.Count > 0 ? MostInputsWithHistory : MostInputs;
        if (body.Inputs.Count < 1 || body.Inputs.Count > most || body.IdProperty is not (null or "hs_object_id"))
        {
            return HubSpotError.Invalid($"A batch read takes 1 to {most} inputs by hs_object_id, not {body.Inputs.Count}.").AsResult(context);
        }

        var archived = string.Equals(context.Request.Query["archived"], "true", StringComparison.OrdinalIgnoreCase);
        HashSet<string> missing = [];
        var found = kind.Read(table =>
        {
            Dictionary<long, T> objects = [];
            foreach (var input in body.Inputs)
            {
                if (long.TryParse(input.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                    && table.Find(id) is { } item && item.ArchivedAt is not null == archived)
                {
                    objects[id] = item;
                }
                else
                {
                    missing.Add(input.Id);
                }
            }

            return [.. objects.Values];
        });

        var properties = kind.Properties.Select(body.Properties.Concat(body.PropertiesWithHistory));
        string[] withHistory = [.. body.PropertiesWithHistory.Distinct(StringComparer.Ordinal)];
        return BatchAnswer.Make(kind.Plural, missing, startedAt, clock.GetUtcNow(), json =>
        {
            foreach (var item in found)
            {
                kind.Write(json, item, properties, withHistory, associations: false);
            }
        });
    }
}
