using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.Gong.Facts;

/// <summary>A user of Gong; one who is no longer active stays, since past calls are his or hers.</summary>
internal static class UserFact
{
    public static SystemUser From(LoggedEvent logged, JsonElement source)
    {
        string?[] names = [SourceValue.Text(source, "firstName"), SourceValue.Text(source, "lastName")];
        return new SystemUser
        {
            Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
            SourceVersion = logged.SourceVersion ?? 0,
            Email = SourceValue.Text(source, "emailAddress")?.ToLowerInvariant(),
            Name = string.Join(' ', names.OfType<string>()) is { Length: > 0 } name ? name : null,
        };
    }
}
