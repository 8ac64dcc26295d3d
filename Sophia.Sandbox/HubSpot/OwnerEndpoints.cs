using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The sales representatives.</summary>
internal static class OwnerEndpoints
{
    public static void MapOwners(this IEndpointRouteBuilder routes) => routes.MapGet("/crm/v3/owners", List);

    private static JsonAnswer List(HttpContext context, SeededCompany company)
    {
        if (ListRequest.Read(context.Request.Query, usualLimit: 100, mostObjects: 500, out var error) is not { } asked)
        {
            return error!.AsResult(context);
        }

        // Nobody has left the team, so the archived list is empty.
        var email = context.Request.Query["email"].ToString();
        List<Owner> rest =
        [
            .. company.Owners.Where(owner => !asked.Archived && owner.Id > asked.After
                && (email.Length == 0 || string.Equals(owner.Email, email, StringComparison.OrdinalIgnoreCase))),
        ];
        return new JsonAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("results");
            foreach (var owner in rest.Take(asked.Limit))
            {
                json.WriteStartObject();
                json.WriteString("id", Text(owner.Id));
                json.WriteString("email", owner.Email);
                json.WriteString("type", "PERSON");
                json.WriteString("firstName", owner.FirstName);
                json.WriteString("lastName", owner.LastName);
                json.WriteNumber("userId", owner.Id - 70_000_000);
                json.WriteNumber("userIdIncludingInactive", owner.Id - 70_000_000);
                json.WriteString("createdAt", Text(owner.HiredAt));
                json.WriteString("updatedAt", Text(owner.HiredAt));
                json.WriteBoolean("archived", false);
                json.WriteStartArray("teams");
                json.WriteStartObject();
                json.WriteString("id", Text(100 + (int)owner.Region));
                json.WriteString("name", owner.Region.Name());
                json.WriteBoolean("primary", true);
                json.WriteEndObject();
                json.WriteEndArray();
                json.WriteEndObject();
            }

            json.WriteEndArray();
            if (rest.Count > asked.Limit)
            {
                json.WriteStartObject("paging");
                json.WriteStartObject("next");
                json.WriteString("after", Text(rest[asked.Limit - 1].Id));
                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndObject();
        });
    }
}
