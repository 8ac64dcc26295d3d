using AngleSharp.Dom;
using Sophia.Core.Imports;
using Sophia.Tests.Web.Languages;
using Sophia.Tests.Web.Predictions;
using Sophia.Web.Imports;

namespace Sophia.Tests.Web.Imports;

[InLanguage("en")]
public sealed class ImportPartsTests
{
    private static Import Written => SampleImport.Deals with { State = ImportState.Imported, Done = 103, Added = 120, Changed = 3, AddedRecords = 90, ChangedRecords = 3 };

    [Fact]
    public async Task A_preview_says_that_nothing_is_written_and_what_could_be()
    {
        var part = await OutcomeAsync(SampleImport.Deals);

        Assert.Equal("Nothing is written yet", part.QuerySelector("h2")!.Words());
        Assert.Equal(("103", "101", "2"), (part.Find("import-rows").Words(), part.Find("import-good").Words(), part.Find("import-bad").Words()));
        Assert.Equal("Import deals: 101", part.Find("import-confirm").Words());
        Assert.False(part.Find("import-confirm").HasAttribute("disabled"));
    }

    [Fact]
    public async Task What_is_not_read_yet_cannot_be_imported()
    {
        Assert.True((await OutcomeAsync(SampleImport.Deals, isChanged: true)).Find("import-confirm").HasAttribute("disabled"));
        Assert.True((await OutcomeAsync(SampleImport.Deals with { GoodRows = 0 })).Find("import-confirm").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_written_file_says_new_changed_unchanged_and_leads_to_the_rows()
    {
        var part = await OutcomeAsync(Written);

        Assert.Equal(("90", "3", "8"), (part.Find("import-new").Words(), part.Find("import-changed").Words(), part.Find("import-unchanged").Words()));
        Assert.Contains("With them 30 companies, stages and people that they name.", part.Body!.Words(), StringComparison.Ordinal);
        Assert.Equal("/rows?metric=deals.created&from=2016-11-25&to=2026-11-22", part.Find("to-rows").GetAttribute("href"));
    }

    [Fact]
    public async Task The_same_file_twice_says_so_plainly()
    {
        var part = await OutcomeAsync(Written with { Added = 0, Changed = 0, AddedRecords = 0, ChangedRecords = 0 });

        Assert.Equal("0 new, 0 changed: Sophia knew all of it", part.QuerySelector("h2")!.Words());
        Assert.Equal("101", part.Find("import-unchanged").Words());
    }

    [Fact]
    public async Task What_nobody_counted_is_no_zero()
    {
        var part = await OutcomeAsync(Written with { AddedRecords = null, ChangedRecords = null });

        Assert.Equal(("—", "—", "—"), (part.Find("import-new").Words(), part.Find("import-changed").Words(), part.Find("import-unchanged").Words()));
    }

    [Fact]
    public async Task The_first_records_are_shown_as_the_viewer_writes_them()
    {
        Assert.Equal(
            [["Name", "Stage", "Amount", "Opened"], ["One", "Won", "1,250.50", "4 Mar 2026 09:30"]],
            (await Rendered.AsAsync<PreviewTable>((nameof(PreviewTable.Import), SampleImport.Deals))).Find("preview").Rows());
    }

    [Fact]
    [InLanguage("de")]
    public async Task A_German_viewer_reads_fields_and_values_in_German()
    {
        Assert.Equal(
            [["Name", "Phase", "Wert", "Eröffnet"], ["One", "Won", "1.250,50", "4. März 2026 09:30"]],
            (await Rendered.AsAsync<PreviewTable>((nameof(PreviewTable.Import), SampleImport.Deals))).Find("preview").Rows());
    }

    [Fact]
    public async Task Every_column_says_what_it_is_read_as_and_where_that_is_in_doubt()
    {
        var editor = await Rendered.AsAsync<MappingEditor>((nameof(MappingEditor.Draft), new MappingDraft(SampleImport.Deals)));

        Assert.Equal("name", Chosen(editor, "[data-column='Deal']"));
        Assert.Equal(string.Empty, Chosen(editor, "[data-column='Value in EUR']"));
        Assert.Equal("Amount (now Worth)", editor.QuerySelector("[data-column='Value in EUR'] option[value='amount']")!.TextContent);
        var start = editor.QuerySelectorAll("tr").Single(static row => row.QuerySelector("th")?.TextContent == "Start");
        Assert.Equal("M/d/yyyy", start.QuerySelector("[data-testid='format-of'] option[selected]")!.GetAttribute("value"));
        Assert.Contains("Can be read in two ways: please look", start.Words(), StringComparison.Ordinal);
        Assert.Equal("Talking 1 60.0%", string.Join(' ', editor.Find("stages").QuerySelectorAll("tr:last-child > :is(th[scope='row'], td.number)").Select(static cell => cell.Words())));
        Assert.False(editor.Has("mapping-apply"));
    }

    [Fact]
    public async Task What_is_changed_and_not_read_yet_is_said_with_what_is_missing()
    {
        var draft = new MappingDraft(SampleImport.Deals);
        draft.Read(draft.Import.Column("Phase"), null);

        var editor = await Rendered.AsAsync<MappingEditor>((nameof(MappingEditor.Draft), draft));

        Assert.EndsWith("Stage.", editor.Find("mapping-missing").Words(), StringComparison.Ordinal);
        Assert.StartsWith("Your changes are not read yet.", editor.Find("mapping-apply-bar").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_cell_of_a_million_letters_does_not_reach_the_page()
    {
        var import = SampleImport.Deals with
        {
            Preview = [new Dictionary<string, string?>(StringComparer.Ordinal) { ["name"] = new('x', 1_000_000), ["company"] = null }],
            Columns = [.. SampleImport.Deals.Columns.Select(static column => column with { Samples = [new('y', 1_000_000)] })],
        };

        var shown = ShownImport.Of(import);

        Assert.Equal((120, null), (shown.Preview[0]["name"]!.Length, shown.Preview[0]["company"]));
        Assert.All(shown.Columns, static column => Assert.Equal(120, Assert.Single(column.Samples).Length));
    }

    private static string? Chosen(IDocument editor, string select) => editor.QuerySelector($"{select} option[selected]")!.GetAttribute("value");

    private static Task<IDocument> OutcomeAsync(Import import, bool isChanged = false) => Rendered.AsAsync<ImportOutcome>(
        (nameof(ImportOutcome.Import), import), (nameof(ImportOutcome.IsChanged), isChanged), (nameof(ImportOutcome.Now), SampleFigures.Now));
}
