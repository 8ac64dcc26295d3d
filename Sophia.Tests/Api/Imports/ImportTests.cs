using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Sophia.Core.Imports;

namespace Sophia.Tests.Api.Imports;

public sealed class ImportTests : IAsyncLifetime
{
    private BroughtFiles _files = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _files = await BroughtFiles.StartAsync();

    public ValueTask DisposeAsync() => _files.DisposeAsync();

    [Fact]
    public async Task A_deal_export_becomes_the_revenue_tile_twice_changes_nothing_and_undone_it_is_as_before()
    {
        var text = BroughtFiles.HubSpotExport(2_000, out var won);
        var preview = await _files.BringAsync(text, "?fileName=deals.csv");

        Assert.Equal((ImportKind.Deals, ImportState.Preview, 2_000, 2_000, 0), (preview.Kind, preview.State, preview.Rows, preview.GoodRows, preview.BadRows));
        Assert.Equal(20, preview.Preview.Count);
        Assert.Equal(
            [("Closed Won", StageMeaning.Won, false), ("Closed Lost", StageMeaning.Lost, false), ("Contract Sent", StageMeaning.Open, false)],
            preview.Stages.Select(static stage => (stage.Label, stage.Meaning, stage.IsFromName)));
        await _files.WaitForAsync("revenue.won", expected: null);

        var imported = await _files.DoAsync(preview, "confirm");
        await _files.WaitForAsync("revenue.won", won);
        await _files.WaitForAsync("deals.created", 2_000);
        // Deals, companies, stages and the seller.
        Assert.Equal((2_000 + 50 + 3 + 1, 0), (imported.Added, imported.Changed));
        Assert.Equal((2_000, 0, 0), (imported.AddedRecords, imported.ChangedRecords, imported.UnchangedRecords));

        var again = await _files.DoAsync(await _files.BringAsync(text), "confirm");
        Assert.Equal((0, 0, 0, 2_000), (again.Added, again.Changed, again.AddedRecords, again.UnchangedRecords));

        await _files.DoAsync(again, "undo");
        await _files.WaitForAsync("revenue.won", won);
        await _files.DoAsync(imported, "undo");
        await _files.WaitForAsync("deals.created", expected: null);
    }

    [Fact]
    public async Task A_later_file_wins_and_undoing_it_brings_the_earlier_values_back()
    {
        const string Header = "Record ID,Deal Name,Deal Stage,Close Date,Amount,Create Date\n";
        var first = await _files.DoAsync(await _files.BringAsync(Header + "1,One,Closed won,2026-02-01,100,2026-01-01\n2,Two,Closed won,2026-02-01,50,2026-01-01\n"), "confirm");
        var second = await _files.DoAsync(await _files.BringAsync(Header + "1,One,Closed won,2026-02-01,300,2026-01-01\n"), "confirm");
        await _files.WaitForAsync("revenue.won", 350);

        var undone = await _files.DoAsync(first, "undo");
        await _files.WaitForAsync("revenue.won", 300);
        Assert.True(undone.Kept > 0);

        await _files.DoAsync(second, "undo");
        await _files.WaitForAsync("revenue.won", 100);
    }

    [Fact]
    public async Task Bad_lines_are_told_with_number_and_reason_and_the_others_come_in()
    {
        var preview = await _files.BringAsync("""
            Employee #,First name,Last name,Department,Hire Date
            1,Ada,Byron,Research,2024-01-01
            2,Alan,Turing,Research,soon
            3,Grace,Hopper,Research,
            4,Mary,Jackson,Research,2024-02-01

            """);

        Assert.Equal((2, 2), (preview.GoodRows, preview.BadRows));
        Assert.Equal(
            [new BadLine(3, "Hire Date: 'soon' is not a date of the form yyyy-MM-dd."), new BadLine(4, "First day is missing.")],
            preview.BadLines);
        await _files.DoAsync(preview, "confirm");
        var list = await _files.Client.GetFromJsonAsync<JsonElement>("/api/v1/imports?fields=state,added", Token);
        Assert.Equal("imported", list.GetProperty("items")[0].GetProperty("state").GetString());
        Assert.Equal(2, list.GetProperty("items")[0].GetProperty("added").GetInt32());
    }

    [Fact]
    public async Task Columns_mapped_by_hand_once_are_read_like_that_from_then_on()
    {
        const string Text = "Was;Wann;Phase;Wert\nEins;01.02.2026;Vertrag gewonnen;1.250,50\n";
        var preview = await _files.BringAsync(Text, "?kind=deals");
        Assert.Equal(0, preview.GoodRows);

        var mapping = new ImportMapping
        {
            Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["Was"] = "name", ["Wann"] = "createdAt", ["Phase"] = "stage", ["Wert"] = "amount" },
        };
        var response = await _files.Client.PutAsJsonAsync($"/api/v1/imports/{preview.Id}/mapping", mapping, ImportJson.Default.ImportMapping, Token);
        var mapped = await response.Content.ReadFromJsonAsync(ImportJson.Default.Import, Token);

        Assert.Equal((HttpStatusCode.OK, 1), (response.StatusCode, mapped!.GoodRows));
        Assert.Equal("1250.50", mapped.Preview[0]["amount"]);
        Assert.Equal(new ImportStage("Vertrag gewonnen", StageMeaning.Won, IsFromName: true, 1), Assert.Single(mapped.Stages));
        Assert.Equal(1, (await _files.BringAsync(Text, "?kind=deals")).GoodRows);
    }

    [Fact]
    public async Task A_column_that_is_called_stage_and_is_none_is_left_to_people()
    {
        var text = "Deal Name,Stage,Phase,Create Date\n" + string.Concat(Enumerable.Range(0, 300).Select(static deal => $"Deal {deal},Step {deal},Open,2026-01-01\n"));
        var preview = await _files.BringAsync(text, "?kind=deals");
        Assert.Null(preview.Columns.Single(static column => column.Name == "Stage").Field);

        var refused = await MapAsync(preview, "Stage");
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Contains("more than 200 different values", await refused.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);

        var mapped = await (await MapAsync(preview, "Phase")).Content.ReadFromJsonAsync(ImportJson.Default.Import, Token);
        Assert.Equal(300, mapped!.GoodRows);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("Deal Name,Deal Stage,Create Date\n", "The file has a header and no records behind it.")]
    [InlineData("Apples,Pears\n1,2\n", "Say which, and then what the columns mean.")]
    public async Task What_cannot_be_read_is_refused_in_words_and_leaves_nothing_behind(string text, string reason)
    {
        var response = await _files.PostAsync(text);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(reason, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
        var list = await _files.Client.GetFromJsonAsync<JsonElement>("/api/v1/imports", Token);
        Assert.Equal(0, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_file_of_60_MB_is_too_large()
    {
        var row = Encoding.UTF8.GetBytes("Deal,Contract Sent,2026-01-01," + new string('x', 970) + "\n");
        var body = new MemoryStream();
        body.Write("Deal Name,Deal Stage,Create Date,Note\n"u8);
        for (var size = 0; size < 60 * 1024 * 1024; size += row.Length)
        {
            body.Write(row);
        }

        body.Position = 0;
        using var content = new StreamContent(body);
        content.Headers.ContentType = new("text/csv");
        // The server may close the connection before all of it was sent.
        var status = await SendAsync(content);

        Assert.True(status is HttpStatusCode.RequestEntityTooLarge or null, $"{status}");
        var list = await _files.Client.GetFromJsonAsync<JsonElement>("/api/v1/imports", Token);
        Assert.Equal(0, list.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_mapping_that_cannot_be_is_answered_with_what_there_is()
    {
        var preview = await _files.BringAsync("Deal Name,Deal Stage,Create Date\na,b,2026-01-01\n");
        var mapping = new ImportMapping { Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["Nope"] = "name", ["Deal Stage"] = "colour" } };

        var response = await _files.Client.PutAsJsonAsync($"/api/v1/imports/{preview.Id}/mapping", mapping, ImportJson.Default.ImportMapping, Token);
        var problem = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("The file has no column", problem, StringComparison.Ordinal);
        Assert.Contains("There are: id, name, stage", problem, StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> MapAsync(Import preview, string stage) => _files.Client.PutAsJsonAsync(
        $"/api/v1/imports/{preview.Id}/mapping",
        new ImportMapping { Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["Deal Name"] = "name", ["Create Date"] = "createdAt", [stage] = "stage" } },
        ImportJson.Default.ImportMapping,
        Token);

    private async Task<HttpStatusCode?> SendAsync(HttpContent content)
    {
        try
        {
            return (await _files.Client.PostAsync("/api/v1/imports", content, Token)).StatusCode;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }
}
