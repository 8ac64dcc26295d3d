using Sophia.Core.Imports;

namespace Sophia.Tests.Web.Imports;

/// <summary>A file of deals as the API shows it before it is imported.</summary>
internal static class SampleImport
{
    private static readonly ColumnFormat s_text = new(null, null, IsCertain: true);

    public static Import Deals { get; } = new()
    {
        Id = new("019abcde-0000-7000-8000-000000000001"),
        Kind = ImportKind.Deals,
        State = ImportState.Preview,
        FileName = "deals.csv",
        CreatedAt = SampleFigures.Now,
        Reading = "UTF-8, separated by commas",
        Rows = 103,
        GoodRows = 101,
        BadRows = 2,
        BadLines = [new(3, "Amount: '=1+1' is not a number of the form 1,234.56."), new(9, "Opened is missing.")],
        Columns =
        [
            new("Deal", "name", s_text, ["One", "Two"]),
            new("Phase", "stage", s_text, ["Won", "Open"]),
            new("Start", "createdAt", new(null, "M/d/yyyy", IsCertain: false), ["3/4/2026"]),
            new("Worth", "amount", new(".", null, IsCertain: true), ["1,250.50"]),
            new("Value in EUR", null, new(".", null, IsCertain: true), ["1,100.00"]),
        ],
        Stages = [new("Won", StageMeaning.Won, IsFromName: true, 60), new("Gone", StageMeaning.Lost, IsFromName: false, 40), new("Talking", StageMeaning.Open, IsFromName: true, 1)],
        Preview = [new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = "One", ["stage"] = "Won", ["createdAt"] = "2026-03-04T09:30:00Z", ["amount"] = "1250.5" }],
        Done = 0,
        Added = 0,
        Changed = 0,
        AddedRecords = 0,
        ChangedRecords = 0,
        Kept = 0,
        FinishedAt = null,
    };

    public static ImportColumn Column(this Import import, string name) => import.Columns.Single(column => column.Name == name);

    public static ImportStage Stage(this Import import, string label) => import.Stages.Single(stage => stage.Label == label);
}
