using System.Globalization;
using System.Text.Json;
using Sophia.Sandbox.Calls;
using Sophia.Sandbox.Staff;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.Gong.GongText;

namespace Sophia.Sandbox.Gong;

/// <summary>Gong's paths.</summary>
internal static class GongEndpoints
{
    private const int UsersOfPage = 100;

    public static void MapGong(this IEndpointRouteBuilder routes)
    {
        var gong = routes.MapGroup("/v2");
        gong.MapGet("/calls", List);
        gong.MapGet("/calls/{id}", Get);
        gong.MapPost("/calls/extensive", ListExtensiveAsync);
        gong.MapPost("/calls/transcript", ListTranscriptsAsync);
        gong.MapGet("/users", ListUsers);
    }

    private static JsonAnswer List(HttpContext context, string? fromDateTime, string? toDateTime, string? workspaceId, string? cursor, CallBook book, CallWriter writer)
    {
        if (fromDateTime is null || toDateTime is null)
        {
            return GongError.Invalid("fromDateTime and toDateTime are required.").AsResult(context);
        }

        var filter = new CallsFilter { FromDateTime = fromDateTime, ToDateTime = toDateTime, WorkspaceId = workspaceId };
        return Answer(context, CallsPage.Read(book, filter, cursor, static _ => true), "calls", writer.WriteData);
    }

    private static JsonAnswer Get(HttpContext context, string id, CallBook book, CallWriter writer)
    {
        if (!ulong.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || book.Find(number) is not { } call)
        {
            return new GongError(StatusCodes.Status404NotFound, $"No call was found with ID: {id}").AsResult(context);
        }

        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("requestId", GongGate.RequestId(context));
            json.WritePropertyName("call");
            writer.WriteData(json, call);
            json.WriteEndObject();
        });
    }

    private static async Task<JsonAnswer> ListExtensiveAsync(HttpContext context, CallBook book, CallWriter writer, CancellationToken cancellationToken) =>
        await ReadAsync(context, cancellationToken) is { } request
            ? Answer(
                context,
                CallsPage.Read(book, request.Filter, request.Cursor, static _ => true),
                "calls",
                (json, call) => writer.Write(json, call, request.ContentSelector))
            : GongError.Invalid("The request body must be JSON with a filter.").AsResult(context);

    // Calls that nobody wrote down, or not yet, are not among them.
    private static async Task<JsonAnswer> ListTranscriptsAsync(HttpContext context, CallBook book, CallWriter writer, CancellationToken cancellationToken) =>
        await ReadAsync(context, cancellationToken) is { } request
            ? Answer(
                context,
                CallsPage.Read(book, request.Filter, request.Cursor, static call => call.HasTranscript && call.IsAnalysed),
                "callTranscripts",
                writer.WriteTranscript)
            : GongError.Invalid("The request body must be JSON with a filter.").AsResult(context);

    private static JsonAnswer ListUsers(HttpContext context, string? cursor, StaffStore staff)
    {
        var after = 0L;
        if (cursor is not null && !long.TryParse(cursor, NumberStyles.None, CultureInfo.InvariantCulture, out after))
        {
            return GongError.Invalid("The cursor has expired or belongs to other inputs.").AsResult(context);
        }

        var people = staff.Employees();
        List<Employee> rest = [.. people.Where(person => person.Id > after)];
        List<Employee> page = [.. rest.Take(UsersOfPage)];
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("requestId", GongGate.RequestId(context));
            json.WriteStartObject("records");
            json.WriteNumber("totalRecords", people.Count);
            json.WriteNumber("currentPageSize", page.Count);
            json.WriteNumber("currentPageNumber", (people.Count - rest.Count) / UsersOfPage);
            if (rest.Count > page.Count)
            {
                json.WriteString("cursor", page[^1].Id.ToString(CultureInfo.InvariantCulture));
            }

            json.WriteEndObject();
            json.WriteStartArray("users");
            foreach (var person in page)
            {
                Write(json, person);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static void Write(Utf8JsonWriter json, Employee person)
    {
        json.WriteStartObject();
        json.WriteString("id", User(person.Id));
        json.WriteString("emailAddress", person.Email);
        json.WriteString("created", Text(person.CreatedAt));
        json.WriteBoolean("active", person.IsEmployed);
        json.WriteStartArray("emailAliases");
        json.WriteEndArray();
        json.WriteString("firstName", person.FirstName);
        json.WriteString("lastName", person.LastName);
        json.WriteString("title", person.JobTitle);
        if (person.ManagerId is { } managerId)
        {
            json.WriteString("managerId", User(managerId));
        }

        json.WriteEndObject();
    }

    private static async Task<CallsRequest?> ReadAsync(HttpContext context, CancellationToken cancellationToken)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, GongJsonContext.Default.CallsRequest, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonAnswer Answer(HttpContext context, (CallsPage? Page, GongError? Error) read, string name, Action<Utf8JsonWriter, Call> write)
    {
        if (read.Page is not { } page)
        {
            return read.Error!.AsResult(context);
        }

        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteString("requestId", GongGate.RequestId(context));
            page.WriteRecords(json);
            json.WriteStartArray(name);
            foreach (var call in page.Calls)
            {
                write(json, call);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
