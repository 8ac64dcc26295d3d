using System.Text.Json;
using Sophia.Sandbox.Wire;

namespace Sophia.Sandbox.BambooHr.Datasets;

/// <summary>The datasets and their rows.</summary>
internal static class DatasetEndpoints
{
    public static void MapDatasets(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/v1/datasets", List);
        routes.MapPost("/api/v2/datasets/{name}/data", QueryAsync);
    }

    private static JsonAnswer List(DatasetCatalog catalog) => new(StatusCodes.Status200OK, json =>
    {
        json.WriteStartObject();
        json.WriteStartArray("datasets");
        foreach (var dataset in catalog.All)
        {
            json.WriteStartObject();
            json.WriteString("name", dataset.Name);
            json.WriteString("label", dataset.Label);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static async Task<JsonAnswer> QueryAsync(string name, HttpContext context, DatasetCatalog catalog, FieldAccess access, CancellationToken cancellationToken)
    {
        if (catalog.All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.Ordinal)) is not { } dataset)
        {
            return Problem(StatusCodes.Status404NotFound, "Not Found", $"There is no dataset '{name}'.");
        }

        DatasetRequest? request;
        try
        {
            request = await JsonSerializer.DeserializeAsync(context.Request.Body, DatasetJsonContext.Default.DatasetRequest, cancellationToken);
        }
        catch (JsonException)
        {
            request = null;
        }

        if (request is null)
        {
            return Problem(StatusCodes.Status400BadRequest, "Bad Request", "The body is not a query.");
        }

        if (DatasetQuery.Make(dataset, request, out var error) is not { } query)
        {
            return Problem(StatusCodes.Status422UnprocessableEntity, "Unprocessable Entity", error);
        }

        var (rows, total) = query.Run();
        var pages = (total + request.PageSize - 1) / request.PageSize;
        var path = $"{context.Request.Scheme}://{context.Request.Host}{context.Request.Path}";
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("data");
            foreach (var row in rows)
            {
                json.WriteStartObject();
                json.WriteStartObject("fields");
                foreach (var (field, value) in row.Where(column => access.MaySee(column.Field)))
                {
                    json.WriteString(field, value);
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteStartObject("links");
            json.WriteString("next", request.Page < pages ? $"{path}?page={request.Page + 1}" : null);
            json.WriteString("prev", request.Page > 1 ? $"{path}?page={request.Page - 1}" : null);
            json.WriteEndObject();
            json.WriteStartObject("meta");
            json.WriteNumber("page", request.Page);
            json.WriteNumber("pageSize", request.PageSize);
            json.WriteNumber("totalPages", pages);
            json.WriteNumber("totalItems", total);
            json.WriteEndObject();
            json.WriteEndObject();
        });
    }

    private static JsonAnswer Problem(int status, string title, string detail) => new(status, json =>
    {
        json.WriteStartObject();
        json.WriteString("type", "about:blank");
        json.WriteString("title", title);
        json.WriteNumber("status", status);
        json.WriteString("detail", detail);
        json.WriteEndObject();
    });
}
