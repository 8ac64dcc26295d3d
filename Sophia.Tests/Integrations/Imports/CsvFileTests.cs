using System.Text;
using Sophia.Core.Imports;
using Sophia.Integrations.Imports;

namespace Sophia.Tests.Integrations.Imports;

public sealed class CsvFileTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Quotes_line_breaks_and_separators_in_cells_stay_in_their_cells()
    {
        var (file, records) = await ReadAsync("Name,Note\r\n\"Smith, \"\"Al\"\"\",\"first\r\nsecond\"\r\nJones,plain\r\n");

        Assert.Equal(["Name", "Note"], file.Headers);
        Assert.Equal(["Smith, \"Al\"", "first\r\nsecond"], records[0].Cells);
        Assert.Equal(["Jones", "plain"], records[1].Cells);
        Assert.Equal([2, 4], records.Select(static record => record.Line));
    }

    [Theory]
    [InlineData("utf-8", "UTF-8, separated by semicolons")]
    [InlineData("utf-16", "UTF-16, separated by semicolons")]
    [InlineData("windows-1252", "Windows-1252 (guessed, because it is not UTF-8), separated by semicolons")]
    public async Task Umlauts_are_read_in_whatever_encoding_the_file_has(string encoding, string reading)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var code = Encoding.GetEncoding(encoding);
        var (file, records) = await ReadAsync([.. code.Preamble, .. code.GetBytes("Name;Abteilung\nMüller;Einkauf\n")]);

        Assert.Equal(reading, file.Reading);
        Assert.Equal("Müller", records[0].Cells[0]);
    }

    [Fact]
    public async Task Missing_and_repeated_headers_get_names_of_their_own()
    {
        var (file, _) = await ReadAsync("Name,,Name\na,b,c\n");

        Assert.Equal(["Name", "column 2", "Name (2)"], file.Headers);
    }

    [Fact]
    public async Task An_empty_file_and_one_that_is_no_text_are_refused_in_words()
    {
        var empty = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync(""));
        var binary = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync([0x50, 0x4B, 0x03, 0x04, 0, 0, 0]));

        Assert.Equal("The file is empty.", empty.Message);
        Assert.Contains("Export the data as CSV", binary.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quotation_mark_that_is_never_closed_is_told_with_its_line()
    {
        var refused = await Assert.ThrowsAsync<ImportRefusedException>(() => ReadAsync("Name,Note\na,b\nc,\"" + new string('x', 1_200_000)));

        Assert.Contains("a quotation mark is missing", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Betrag;Datum\n1.234,50;03.04.2026\n99,00;28.02.2026\n", ",", "d.M.yyyy")]
    [InlineData("Amount,Date\n\"$1,234.50\",04/28/2026\n99.00,02/03/2026\n", ".", "M/d/yyyy")]
    [InlineData("Amount,Date\n1234.5,2026-04-28 10:15\n99,2026-02-03\n", ".", "yyyy-MM-dd")]
    public async Task All_cells_of_a_column_together_tell_how_numbers_and_dates_are_written(string text, string point, string dates)
    {
        var look = await LookAsync(text);
        var columns = look.Columns(ImportKind.Deals, remembered: null);

        Assert.Equal((point, true), (columns[0].Format.DecimalPoint, columns[0].Format.IsCertain));
        Assert.Equal((dates, true), (columns[1].Format.Dates, columns[1].Format.IsCertain));
    }

    [Fact]
    public async Task Dates_that_can_be_read_in_two_ways_are_said_to_be_uncertain()
    {
        var look = await LookAsync("Date\n03/04/2026\n05/06/2026\n");

        Assert.False(look.Columns(ImportKind.Deals, remembered: null)[0].Format.IsCertain);
    }

    [Fact]
    public async Task The_columns_of_the_systems_own_exports_are_recognised()
    {
        Assert.Equal(ImportKind.Deals, (await LookAsync("Record ID,Deal Name,Deal Stage,Close Date,Amount,Create Date\n1,a,b,,,\n")).Kind);
        Assert.Equal(ImportKind.Employees, (await LookAsync("Employee #,Last name,First name,Department,Hire Date\n1,a,b,c,d\n")).Kind);
        Assert.Equal(ImportKind.Calls, (await LookAsync("Call ID,Title,Start time,Duration,Host\n1,a,b,c,d\n")).Kind);
        Assert.Null((await LookAsync("Apples,Pears\n1,2\n")).Kind);
    }

    private static Task<(CsvFile File, List<CsvRecord> Records)> ReadAsync(string text) => ReadAsync(Encoding.UTF8.GetBytes(text));

    private static async Task<(CsvFile File, List<CsvRecord> Records)> ReadAsync(byte[] bytes)
    {
        var file = await CsvFile.OpenAsync(new MemoryStream(bytes), Cancelled);
        List<CsvRecord> records = [];
        await foreach (var record in file.ReadAsync(Cancelled))
        {
            records.Add(record);
        }

        return (file, records);
    }

    private static async Task<FileLook> LookAsync(string text)
    {
        var (file, records) = await ReadAsync(text);
        var look = new FileLook(file);
        records.ForEach(look.Add);
        return look;
    }
}
