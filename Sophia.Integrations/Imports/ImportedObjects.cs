using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>Turns a record's values into the objects that it tells of.</summary>
public static class ImportedObjects
{
    private static readonly string[] s_companyFields = ["region", "segment"];

    /// <summary>The stages, which come before the deals that are in them.</summary>
    public static IEnumerable<ImportedObject> OfStages(IReadOnlyList<ImportStage> stages)
    {
        var chances = ImportStage.Chances(stages);
        return stages.Select((stage, order) => Make(ImportKinds.Stage, stage.Label, new(StringComparer.Ordinal)
        {
            ["label"] = stage.Label,
            ["order"] = order.ToString(CultureInfo.InvariantCulture),
            ["meaning"] = stage.Meaning.ToString(),
            ["probability"] = chances[stage.Label].ToString(CultureInfo.InvariantCulture),
        }));
    }

    /// <summary>The objects of one record, those that others name first.</summary>
    /// <param name="kind">What the file holds.</param>
    /// <param name="values">The record's values.</param>
    /// <param name="meanings">What the stages of its deals mean.</param>
    public static IEnumerable<ImportedObject> Of(
        ImportKind kind, IReadOnlyDictionary<string, string?> values, IReadOnlyDictionary<string, StageMeaning> meanings)
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(meanings);
        if (kind is ImportKind.Deals && values.GetValueOrDefault("company") is { } company)
        {
            yield return Make(ImportKinds.Company, company, values.Where(static value => s_companyFields.Contains(value.Key)).Append(new("name", company)));
        }

        if (values.GetValueOrDefault("owner") is { } owner)
        {
            yield return Make(ImportKinds.User, owner, [new("name", owner)]);
        }

        yield return kind switch
        {
            ImportKind.Deals => Make(ImportKinds.Deal, IdOf(values, "name", "company", "createdAt"), WithMeaning(values, meanings)),
            ImportKind.Calls => Make(ImportKinds.Call, IdOf(values, "title", "startedAt", "owner"), values),
            ImportKind.Employees => Make(ImportKinds.Employee, IdOf(values, "email", "name", "firstName", "lastName", "hiredOn"), values),
        };
    }

    // Whether a deal is closed is what its stage means, whatever else the file says of it.
    private static Dictionary<string, string?> WithMeaning(IReadOnlyDictionary<string, string?> values, IReadOnlyDictionary<string, StageMeaning> meanings)
    {
        var deal = values.Where(static value => !s_companyFields.Contains(value.Key)).ToDictionary(StringComparer.Ordinal);
        var meaning = meanings.GetValueOrDefault(values["stage"]!, StageMeaning.Open);
        deal["isClosed"] = meaning is StageMeaning.Open ? "false" : "true";
        deal.Remove("isWon");
        return deal;
    }

    // Without an identifier of the source a record is known by what does not change of it.
    private static string IdOf(IReadOnlyDictionary<string, string?> values, params ReadOnlySpan<string> known)
    {
        if (values.GetValueOrDefault("id") is { } id)
        {
            return id;
        }

        var text = new StringBuilder();
        foreach (var field in known)
        {
            text.Append(values.GetValueOrDefault(field)).Append('\u001f');
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 10));
    }

    private static ImportedObject Make(string kind, string id, IEnumerable<KeyValuePair<string, string?>> values) =>
        Make(kind, id, new Dictionary<string, string?>(values, StringComparer.Ordinal));

    private static ImportedObject Make(string kind, string id, Dictionary<string, string?> values) =>
        new(kind, id, CanonicalJson.Write(JsonSerializer.SerializeToElement(values, ImportedValuesJson.Default.DictionaryStringString)));
}
