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
        string[] names = [.. feed.Read().Select(static view => view.Resource)
            .Where(one => string.IsNullOrEmpty(resource) || one.Name == resource || one.Model == resource).Select(static one => one.Name)];
        if (names.Length == 0)
        {
            return TypedResults.Problem(title: "Unknown resource", detail: "The host knows no such resource, or does not answer.", statusCode: StatusCodes.Status404NotFound);
        }

        return TypedResults.Stream(
            async stream =>
            {
                var entries = new List<ConsoleEntry>();
                foreach (var name in names)
                {
                    await foreach (var line in control.ReadLogAsync(name, LinesKept, follow: false, cancellationToken))
                    {
                        entries.Add(new(name, line));
                    }
                }

                await using var writer = new StreamWriter(stream);
                foreach (var entry in entries.Where(entry => entry.Matches(q, errors ?? false)).OrderBy(static entry => entry.Line.Time))
                {
                    await writer.WriteLineAsync(string.Create(
                        CultureInfo.InvariantCulture, $"{entry.Line.Time.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {entry.Resource} {AnsiText.Strip(entry.Line.Text)}"));
                }
            },
            "text/plain; charset=utf-8", $"console-{(string.IsNullOrEmpty(resource) ? "all" : names[0])}.log");
    }
}
