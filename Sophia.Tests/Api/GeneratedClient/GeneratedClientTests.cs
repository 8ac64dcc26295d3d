using System.Diagnostics;
using System.Text.Json;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Api.GeneratedClient;

/// <summary>The API's document is good enough to make a client of it: generated, compiled against and run by Node.</summary>
public sealed class GeneratedClientTests
{
    private static readonly string[] s_sources = ["package.json", "package-lock.json", ".npmrc", "tsconfig.json", "client.ts"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_program_that_knows_the_API_from_its_document_alone_can_use_it()
    {
        await using var api = await ApiServer.StartAsync(bus: ApiServer.NoBus);
        await api.Company.WinDealAsync(1200.50m);
        var folder = Directory.CreateTempSubdirectory("sophia-client-");
        try
        {
            foreach (var source in s_sources)
            {
                File.Copy(Path.Combine(Repository.Root, "Sophia.Tests", "Api", "GeneratedClient", source), Path.Combine(folder.FullName, source));
            }

            await File.WriteAllTextAsync(
                Path.Combine(folder.FullName, "openapi.json"), await api.Client.GetStringAsync("/openapi/v1.json", Token), Token);
            await RunAsync(folder, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline", "--loglevel=error");
            await RunAsync(folder, "node", "node_modules/openapi-typescript/bin/cli.js", "openapi.json", "--output", "sophia.d.ts");
            await RunAsync(folder, "node", "node_modules/typescript/bin/tsc");
            using var seen = JsonDocument.Parse(await RunAsync(folder, "node", "out/client.js", api.Address.ToString().TrimEnd('/')));

            Assert.Equal(
                """{"revenue":1200.5,"currency":"USD","rule":"Renamed","listed":["Renamed"],"gone":404,"services":["api","agents","database","cache","bus"],"integrations":0,"alerts":0,"refused":400}""",
                seen.RootElement.GetRawText());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<string> RunAsync(DirectoryInfo folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder.FullName, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync(Token);
        var errors = process.StandardError.ReadToEndAsync(Token);
        await process.WaitForExitAsync(Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await output}{await errors}");
        return await output;
    }
}
