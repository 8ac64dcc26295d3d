using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Facts;

namespace Sophia.Integrations.BambooHr.Facts;

/// <summary>An employee of BambooHR. Fields that the key may not see are missing in the record and null in the fact.</summary>
internal static class EmployeeFact
{
    public static Employee From(LoggedEvent logged, JsonElement source, BambooHrOptions options)
    {
        var leftOn = BambooHrDate.Of(source, "terminationDate");
        // Somebody who left on a day that we may not see can be counted in no period.
        var isGone = SourceValue.Text(source, "status") is "Inactive" && leftOn is null;
        return new Employee
        {
            Key = new FactKey(logged.Stream.Connection, logged.Stream.ExternalId),
            SourceVersion = logged.SourceVersion ?? 0,
            IsRemoved = isGone || (source.TryGetProperty("deleted", out var deleted) && deleted.ValueKind == JsonValueKind.True),
            Name = NameOf(source),
            Email = SourceValue.Text(source, "workEmail")?.ToLowerInvariant(),
            Department = SourceValue.Text(source, options.DepartmentField),
            Region = SourceValue.Text(source, options.RegionField),
            JobTitle = SourceValue.Text(source, "jobTitleName"),
            ManagerId = SourceValue.Text(source, "reportsToId"),
            HiredOn = BambooHrDate.Of(source, "hireDate"),
            LeftOn = leftOn,
        };
    }

    private static string? NameOf(JsonElement source)
    {
        var first = SourceValue.Text(source, "preferredName") ?? SourceValue.Text(source, "firstName");
        var name = string.Join(' ', new[] { first, SourceValue.Text(source, "lastName") }.OfType<string>());
        return name.Length > 0 ? name : null;
    }
}
