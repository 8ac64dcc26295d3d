using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Imports;
using Sophia.Web.Api;
using Sophia.Web.Export;
using Sophia.Web.Languages;

namespace Sophia.Web.Imports;

/// <summary>The lines of a file that cannot be imported, as a CSV file (RFC 4180, UTF-8).</summary>
internal static class BadLinesExport
{
    /// <summary>Adds the file's address.</summary>
    public static void MapBadLinesExport(this IEndpointRouteBuilder routes) => routes.MapGet("/import/{id:guid}/bad-lines.csv", WriteAsync);

    /// <summary>Where the file of an import is.</summary>
    public static string AddressOf(Guid id) => $"/import/{id}/bad-lines.csv";

    private static async Task<IResult> WriteAsync(Guid id, ImportsClient client, IStringLocalizer<Texts> text, CancellationToken cancellationToken) =>
        await client.GetAsync(id, cancellationToken) switch
        {
            ApiAnswer<Import>.Success { Value: var import } => TypedResults.File(
                System.Text.Encoding.UTF8.GetBytes(Write(text, import.BadLines)), "text/csv; charset=utf-8", $"bad-lines-{id}.csv"),
            ApiAnswer<Import>.Failure { IsMissing: true } => TypedResults.NotFound(),
            ApiAnswer<Import>.Failure failure => TypedResults.Text(failure.Cause, statusCode: StatusCodes.Status502BadGateway),
            _ => throw new InvalidOperationException("An answer is a success or a failure."),
        };

    private static string Write(IStringLocalizer text, IReadOnlyList<BadLine> lines) => CsvLine.Mark
        + CsvLine.Of(text["import.line"], text["import.reason"])
        + string.Concat(lines.Select(static line => CsvLine.Of(line.Number.ToString(CultureInfo.InvariantCulture), CsvLine.Safe(line.Reason))));
}
