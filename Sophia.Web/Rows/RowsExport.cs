using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Dashboard;
using Sophia.Web.Api;
using Sophia.Web.Export;
using Sophia.Web.Languages;

namespace Sophia.Web.Rows;

/// <summary>All rows behind a figure as a CSV file (RFC 4180, UTF-8).</summary>
internal static class RowsExport
{
    private static readonly string[] s_fields =
        ["part", "id", "title", "day", "contribution", "productLine", "region", "segment", "stage", "department", "topic", "callDirection", "seller", "connection"];

    /// <summary>Adds the file's address.</summary>
    public static void MapRowsExport(this IEndpointRouteBuilder routes) => routes.MapGet("/rows/export.csv", WriteAsync);

    private static async Task WriteAsync(
        HttpContext context, RowsClient client, IStringLocalizer<Texts> text, string? metric, string? from, string? to, string? filter)
    {
        var response = context.Response;
        await foreach (var answer in client.ReadAllAsync(new(metric, from, to, filter), context.RequestAborted))
        {
            switch (answer)
            {
                case ApiAnswer<MetricRows>.Success { Value: var page }:
                    if (!response.HasStarted)
                    {
                        response.ContentType = "text/csv; charset=utf-8";
                        response.Headers.ContentDisposition = FormattableString.Invariant($"attachment; filename=\"{page.Metric.Metric}-{page.From:yyyyMMdd}-{page.To:yyyyMMdd}.csv\"");
                        await response.WriteAsync(CsvLine.Mark + CsvLine.Of(s_fields.Select(field => text["row." + field].Value)), context.RequestAborted);
                    }

                    await response.WriteAsync(string.Concat(page.Items.Select(row => CsvLine.Of(Cells(row)))), context.RequestAborted);
                    break;
                case ApiAnswer<MetricRows>.Failure failure when !response.HasStarted:
                    response.StatusCode = StatusCodes.Status502BadGateway;
                    await response.WriteAsync(failure.Cause, context.RequestAborted);
                    break;
                case ApiAnswer<MetricRows>.Failure:
                    // A file that ends early must not pass for a whole one.
                    context.Abort();
                    break;
            }
        }
    }

    private static string?[] Cells(MetricRow row) =>
    [
        System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(row.Part.ToString()), CsvLine.Safe(row.Id), CsvLine.Safe(row.Title), row.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        row.Contribution.ToString(CultureInfo.InvariantCulture), CsvLine.Safe(row.ProductLine), CsvLine.Safe(row.Region), CsvLine.Safe(row.Segment), CsvLine.Safe(row.Stage),
        CsvLine.Safe(row.Department), CsvLine.Safe(row.Topic), CsvLine.Safe(row.CallDirection), CsvLine.Safe(row.Seller), row.Connection,
    ];
}
