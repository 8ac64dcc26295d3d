using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Sophia.Tests.Infrastructure;

namespace Sophia.Benchmarks.Pages;

/// <summary>
/// Google's Lighthouse over the pages of a running stack: accessibility and best practices, and what it finds wanting. It is
/// fetched by npx on demand, since it is larger than everything else that Sophia is built with.
/// </summary>
internal static class LighthouseBenchmark
{
    private const string Package = "lighthouse@12.8.2";

    private static readonly string[] s_pages = ["/", "/deals", "/customers", "/conversations", "/people", "/integrations"];
    private static readonly string[] s_categories = ["accessibility", "best-practices"];

    /// <param name="arguments">The pages' address; http://127.0.0.1:5080 where none is given.</param>
    /// <param name="cancellationToken">Ends it early.</param>
    /// <returns>1 where a page does not reach 95 in both.</returns>
    public static async Task<int> RunAsync(string[] arguments, CancellationToken cancellationToken)
    {
        var web = new Uri(arguments is [var given, ..] ? given : "http://127.0.0.1:5080");
        var chromium = await Chromium.FindOrInstallAsync();
        var worst = 100.0;
        Console.WriteLine($"{"page",-16} {"accessibility",14} {"best practices",15}   promised ≥ 95");
        foreach (var page in s_pages)
        {
            var report = await ReadAsync(new Uri(web, page), chromium, cancellationToken);
            double[] scores = [.. s_categories.Select(category => Math.Round(report["categories"]![category]!["score"]!.GetValue<double>() * 100))];
            worst = Math.Min(worst, scores.Min());
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-16} {scores[0],14:0} {scores[1],15:0}"));
            foreach (var finding in FindingsOf(report))
            {
                Console.WriteLine($"    {finding}");
            }
        }

        return worst >= 95 ? 0 : 1;
    }

    private static IEnumerable<string> FindingsOf(JsonNode report) =>
        from category in s_categories
        from reference in report["categories"]![category]!["auditRefs"]!.AsArray()
        where reference!["weight"]!.GetValue<double>() > 0
        let audit = report["audits"]![reference["id"]!.GetValue<string>()]!
        where audit["score"]?.GetValue<double>() < 1
        let first = audit["details"]?["items"]?.AsArray().FirstOrDefault()
        select $"{audit["title"]}: {first?["node"]?["snippet"] ?? first?["description"] ?? first?["source"]}";

    private static async Task<JsonNode> ReadAsync(Uri page, string chromium, CancellationToken cancellationToken)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "npx",
            [
                "--yes", Package, page.AbsoluteUri, "--quiet", "--output=json", "--preset=desktop", $"--only-categories={string.Join(',', s_categories)}",
                "--chrome-flags=--headless=new --no-sandbox --disable-gpu",
            ])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            Environment = { ["CHROME_PATH"] = chromium },
        })!;
        var report = await process.StandardOutput.ReadToEndAsync(cancellationToken);
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode == 0
            ? JsonNode.Parse(report)!
            : throw new InvalidOperationException($"Lighthouse could not look at {page}; it has said why above.");
    }
}
