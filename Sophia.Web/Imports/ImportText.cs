using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Localization;
using Sophia.Core.Imports;
using Sophia.Web.Conversations;
using Sophia.Web.Figures;
using Sophia.Web.Pages;

namespace Sophia.Web.Imports;

/// <summary>Puts imports into words.</summary>
internal static class ImportText
{
    /// <summary>A kind of file as addresses and the API say it.</summary>
    public static string Key(ImportKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    /// <summary>The kind that an address names, or null.</summary>
    public static ImportKind? Find(string? kind) => Enum.GetValues<ImportKind>().Cast<ImportKind?>().FirstOrDefault(one => Key(one!.Value) == kind);

    /// <summary>Where an import is shown.</summary>
    public static string AddressOf(Guid id) => $"/import/{id}";

    /// <summary>The file's name, or what stands for one.</summary>
    public static string Name(IStringLocalizer text, string? fileName) => fileName is { Length: > 0 } ? fileName : text["import.unnamed"];

    /// <summary>What a file holds.</summary>
    public static string Kind(IStringLocalizer text, ImportKind kind) => text["kind." + Key(kind)];

    /// <summary>How far an import is.</summary>
    public static string State(IStringLocalizer text, ImportState state) => text["import.state." + JsonNamingPolicy.CamelCase.ConvertName(state.ToString())];

    /// <summary>How that is to be taken.</summary>
    public static StatusLevel Level(ImportState state) => state switch
    {
        ImportState.Preview => StatusLevel.Warning,
        ImportState.Imported => StatusLevel.Good,
        ImportState.Importing or ImportState.Undoing or ImportState.Undone => StatusLevel.Neutral,
    };

    /// <summary>What people call a field, in the viewer's language or in the API's words where nobody has translated them.</summary>
    public static string Field(IStringLocalizer text, ImportKind kind, ImportField field) =>
        text[$"field.{Key(kind)}.{field.Key}"] is { ResourceNotFound: false, Value: var name } ? name : field.Name;

    /// <summary>What a stage means.</summary>
    public static string Meaning(IStringLocalizer text, StageMeaning meaning) => text["import.meaning." + JsonNamingPolicy.CamelCase.ConvertName(meaning.ToString())];

    /// <summary>A whole number.</summary>
    public static string Count(int number) => number.ToString("N0", CultureInfo.CurrentCulture);

    /// <summary>A whole number, or a dash where nobody counted.</summary>
    public static string Count(int? number) => number is { } known ? Count(known) : FigureText.NoData;

    /// <summary>A size in MB with one digit behind the point.</summary>
    public static string Megabytes(long bytes) => (bytes / 1_048_576m).ToString("N1", CultureInfo.CurrentCulture);

    /// <summary>A value as the API reads it, as the viewer writes such values.</summary>
    /// <param name="text">The page's texts.</param>
    /// <param name="kind">How it was read.</param>
    /// <param name="value">The value: a number with a point, a moment in ISO 8601, <c>true</c> or <c>false</c>, seconds; null where the cell is empty.</param>
    public static string Value(IStringLocalizer text, ImportValueKind kind, string? value) => (kind, value) switch
    {
        (_, null) => FigureText.NoData,
        (ImportValueKind.Number, _) when decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) => number.ToString("#,0.00##", CultureInfo.CurrentCulture),
        (ImportValueKind.Date, _) when DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) => Moment(text, moment),
        (ImportValueKind.YesNo, _) => text[value == "true" ? "import.yes" : "import.no"],
        (ImportValueKind.Duration, _) when long.TryParse(value, CultureInfo.InvariantCulture, out var seconds) => CallText.Length(seconds),
        _ => value,
    };

    /// <summary>A day as a form of dates writes it: 31.12.2026 for <c>d.M.yyyy</c>.</summary>
    public static string Example(string form) => new DateTime(2026, 12, 31).ToString(form, CultureInfo.InvariantCulture);

    private static string Moment(IStringLocalizer text, DateTimeOffset moment)
    {
        var day = PeriodText.Day(text, DateOnly.FromDateTime(moment.UtcDateTime));
        return moment.UtcDateTime.TimeOfDay == TimeSpan.Zero ? day : day + moment.UtcDateTime.ToString(" HH:mm", CultureInfo.InvariantCulture);
    }
}
