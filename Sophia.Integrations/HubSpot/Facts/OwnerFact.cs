using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.HubSpot.Facts;

/// <summary>An owner of deals is a colleague's account. An archived one stays, since the deals keep naming it.</summary>
internal static class OwnerFact
{
    public static SystemUser From(LoggedEvent logged, JsonElement source)
    {
        var name = string.Join(' ', new[] { SourceValue.Text(source, "firstName"), SourceValue.Text(source, "lastName") }.OfType<string>());
        return new SystemUser
        {
            Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
            SourceVersion = logged.SourceVersion ?? 0,
            Email = SourceValue.Text(source, "email")?.ToLowerInvariant(),
            Name = name.Length > 0 ? name : null,
        };
    }
}
