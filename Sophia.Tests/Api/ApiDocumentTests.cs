using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Sophia.Tests.Api;

public sealed partial class ApiDocumentTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private readonly ApiServer _api = quiet.Server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_lists_every_route_that_is_mapped()
    {
        var document = await _api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);

        var mapped = _api.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .OfType<RouteEndpoint>()
            // The document names parameters without the routes' constraints.
            .Select(static endpoint => "/" + ParameterConstraint().Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), "}"))
            .Where(static route => !route.StartsWith("/openapi/", StringComparison.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        var described = document.GetProperty("paths").EnumerateObject().Select(static path => path.Name).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Every_operation_says_what_it_does_and_how_it_fails()
    {
        var document = await _api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);

        Assert.All(
            document.GetProperty("paths").EnumerateObject().SelectMany(static path => path.Value.EnumerateObject()),
            static operation =>
            {
                Assert.NotEmpty(operation.Value.GetProperty("summary").GetString()!);
                Assert.Contains(operation.Value.GetProperty("responses").EnumerateObject(), static response => response.Name == "503");
            });
        var metrics = document.GetProperty("paths").GetProperty("/api/v1/dashboard/metrics").GetProperty("get");
        Assert.Equal(
            "200, 304, 400, 500, 503",
            string.Join(", ", metrics.GetProperty("responses").EnumerateObject().Select(static response => response.Name).Order(StringComparer.Ordinal)));
        Assert.Equal(
            "from, to, metrics, groupBy, compare, filter, granularity",
            string.Join(", ", metrics.GetProperty("parameters").EnumerateArray().Select(static parameter => parameter.GetProperty("name").GetString())));
    }

    [Fact]
    public async Task Swagger_UI_loads_under_its_own_content_security_policy()
    {
        using var page = await _api.Client.GetAsync("/swagger/index.html", Token);
        var html = await page.Content.ReadAsStringAsync(Token);
        using var script = await _api.Client.GetAsync("/swagger/swagger-ui-bundle.js", Token);

        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Contains("script-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, script.StatusCode);
    }

    [GeneratedRegex(":[^}]*}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ParameterConstraint();
}
