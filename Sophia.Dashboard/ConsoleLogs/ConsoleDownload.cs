using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Dashboard.Resources;

namespace Sophia.Dashboard.ConsoleLogs;

/// <summary>Gives the kept lines as a text file.</summary>
internal static class ConsoleDownload
{
    /// <summary>The lines that the host keeps of each resource.</summary>
    public const int LinesKept = 10_000;

    /// <summary>Maps <c>GET /console/download</c>.</summary>
    public static void MapConsoleDownload(this IEndpointRouteBuilder routes) => routes.MapGet("/console/download", Download);

    private static Results<PushStreamHttpResult, ProblemHttpResult> Download(
        string? resource, string? q, bool? errors, ControlClient control, ResourceFeed feed, CancellationToken cancellationToken)
    {
        var wanted = string.IsNullOrEmpty(resource) ? null : resource;
        if (!feed.Read().Any(view => wanted is null || view.Resource.Name == wanted || view.Resource.Model == wanted))
        {
            return TypedResults.Problem(title: "Unknown resource", detail: "The host knows no such resource, or does not answer.", statusCode: StatusCodes.Status404NotFound);
        }

        return TypedResults.Stream(
            async stream =>
            {
                await using var writer = new StreamWriter(stream);
                await foreach (var line in control.ReadLogAsync(wanted, LinesKept, after: null, follow: false, cancellationToken))
                {
                    if (new ConsoleEntry(line).Matches(q, errors ?? false))
                    {
                        await writer.WriteLineAsync(string.Create(
                            CultureInfo.InvariantCulture, $"{line.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {line.Resource} {AnsiText.Strip(line.Text)}"));
                    }
                }
            },
            "text/plain; charset=utf-8", $"console-{wanted ?? "all"}.log");
    }
}
