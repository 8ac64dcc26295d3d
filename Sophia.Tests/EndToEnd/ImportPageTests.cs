using Microsoft.Playwright;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.EndToEnd;

public sealed class ImportPageTests(SharedStack shared)
{
    // Calls of a time before the company that the stack reads: nobody else looks at it.
    private const string Calls = "Thema;Wann;Wie lange\nErstes Gespräch;04.03.2019;12:30\nZweites Gespräch;05.03.2019;8:00\nDrittes;demnächst;5:00\n";
    private const string Figure = "metrics=calls.held&from=2019-03-01&to=2019-03-31";

    [Fact]
    public async Task A_file_is_brought_mapped_by_hand_imported_seen_in_the_figures_and_taken_back()
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync();
        await page.GotoAsync(new Uri(stack.Web, "/import").ToString());
        await page.WaitForSelectorAsync("[data-testid='import-file']:enabled");

        // Its columns speak for nothing known: said what it holds it is read, and nothing is chosen twice.
        await ChooseAsync(page);
        await page.WaitForSelectorAsync("[data-testid='import-refused']");
        Assert.Empty(await Axe.FindAsync(page));
        await page.CheckAsync("[data-testid='kind-calls']", new() { Force = true });
        await page.ClickAsync("[data-testid='import-again']:enabled");
        await page.WaitForSelectorAsync("[data-testid='mapping-missing']");
        Assert.Equal("0", await page.InnerTextAsync("[data-testid='import-good']"));

        await page.SelectOptionAsync("[data-column='Thema']", "title");
        await page.SelectOptionAsync("[data-column='Wann']", "startedAt");
        await page.SelectOptionAsync("[data-column='Wie lange']", "duration");
        await page.ClickAsync("[data-testid='mapping-apply']");
        await page.WaitForSelectorAsync("[data-testid='import-good']:has-text('2')");
        Assert.Contains("'demnächst' is not a date", await page.InnerTextAsync("[data-testid='bad-lines']"), StringComparison.Ordinal);
        Assert.Contains("4 Mar 2019", await page.InnerTextAsync("[data-testid='preview']"), StringComparison.Ordinal);
        await WaitForFigureAsync(stack, expected: null);
        Assert.Empty(await Axe.FindAsync(page));

        // The address is the import: it survives a reload.
        await page.ReloadAsync();
        await ConfirmAsync(page);
        Assert.Equal("2", await page.InnerTextAsync("[data-testid='import-new']"));
        await WaitForFigureAsync(stack, expected: 2);
        var import = page.Url;
        await page.GotoAsync(new Uri(stack.Web, "/rows?metric=calls.held&from=2019-03-01&to=2019-03-31").ToString());
        await page.WaitForSelectorAsync("[data-testid='rows-value'][value='2']");
        Assert.Contains("Zweites Gespräch", await page.InnerTextAsync("[data-testid='rows-table']"), StringComparison.Ordinal);

        // The same file twice is read as it was said once, and changes nothing.
        await page.GotoAsync(new Uri(stack.Web, "/import?kind=calls").ToString());
        await page.WaitForSelectorAsync("[data-testid='import-file']:enabled");
        await ChooseAsync(page);
        await ConfirmAsync(page);
        Assert.StartsWith("0 new, 0 changed", await page.InnerTextAsync("[data-testid='import-outcome'] h2"), StringComparison.Ordinal);

        await page.GotoAsync(import);
        await UndoAsync(page);
        await WaitForFigureAsync(stack, expected: null);
        await page.ClickAsync("[data-testid='import-back']");
        await page.WaitForSelectorAsync("[data-testid='import-row'] [data-testid='import-state']:has-text('Taken back')");
        Assert.Empty(await Axe.FindAsync(page));
    }

    [Fact]
    public async Task A_file_that_was_refused_is_taken_when_it_is_mended_and_dropped_again()
    {
        var stack = await shared.Stack;
        var page = await Browser.OpenPageAsync();
        await page.GotoAsync(new Uri(stack.Web, "/import").ToString());
        await page.WaitForSelectorAsync("[data-testid='import-file']:enabled");
        var file = Path.Combine(Directory.CreateTempSubdirectory("sophia-import-").FullName, "calls.csv");

        await File.WriteAllTextAsync(file, "\0\0", TestContext.Current.CancellationToken);
        await DropAsync(page, file);
        await page.WaitForSelectorAsync("[data-testid='import-refused']");
        await File.WriteAllTextAsync(file, "Title,Started,Duration\nFirst call,2019-04-03,12:30\n", TestContext.Current.CancellationToken);
        await DropAsync(page, file);

        await page.WaitForURLAsync("**/import/*");
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    /// <summary>Drops a file as a hand does: the browser takes it itself.</summary>
    private static async Task DropAsync(IPage page, string file)
    {
        var field = (await page.Locator("[data-testid='import-file']").BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        foreach (var step in (string[])["dragEnter", "dragOver", "drop"])
        {
            await session.SendAsync("Input.dispatchDragEvent", new(StringComparer.Ordinal)
            {
                ["type"] = step,
                ["x"] = field.X + (field.Width / 2),
                ["y"] = field.Y + (field.Height / 2),
                ["data"] = new { items = Array.Empty<object>(), files = new[] { file }, dragOperationsMask = 1 },
            });
        }
    }

    private static Task ChooseAsync(IPage page) => page.SetInputFilesAsync(
        "[data-testid='import-file']", new FilePayload { Name = "gespräche.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Calls) });

    private static async Task ConfirmAsync(IPage page)
    {
        await page.ClickAsync("[data-testid='import-confirm']:enabled");
        await page.WaitForSelectorAsync("[data-testid='import-result']");
    }

    private static async Task UndoAsync(IPage page)
    {
        await page.ClickAsync("[data-testid='import-undo']:enabled");
        await page.ClickAsync("dialog[open] [data-testid='import-undo-confirm']");
        await page.WaitForSelectorAsync("[data-testid='import-outcome'][data-state='Undone']");
    }

    private static Task<decimal?> WaitForFigureAsync(RunningStack stack, decimal? expected) => Eventually.SeeAsync(
        async () => (await stack.ReadMetricsAsync(Figure)).Metrics[0].Value, value => value == expected, TimeSpan.FromSeconds(60));
}
