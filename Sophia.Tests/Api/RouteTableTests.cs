using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace Sophia.Tests.Api;

public sealed class RouteTableTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private readonly ApiServer _api = quiet.Server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void No_route_shadows_another()
    {
        var routes = _api.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(static endpoint => (endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(method => (Method: method, endpoint.RoutePattern)))
            .ToArray();

        Assert.NotEmpty(routes);
        Assert.All(routes, route =>
        {
            var path = Sample(route.RoutePattern);
            var matching = routes
                .Where(other => other.Method == route.Method && Matches(other.RoutePattern, path))
                .GroupBy(static other => other.RoutePattern.InboundPrecedence)
                .MinBy(static group => group.Key)!;
            Assert.True(
                matching.Count() == 1 && matching.Single().RoutePattern == route.RoutePattern,
                $"{route.Method} {path} belongs to {route.RoutePattern.RawText} and is answered by {string.Join(" or ", matching.Select(static other => other.RoutePattern.RawText))}");
        });
    }

    [Fact]
    public async Task Every_documented_operation_answers()
    {
        var document = await _api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json", Token);

        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject())
            {
                using var request = new HttpRequestMessage(new HttpMethod(operation.Name), SampleOf(path.Name));
                using var response = await _api.Client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Token);

                Assert.True(
                    response.StatusCode is not HttpStatusCode.MethodNotAllowed and not HttpStatusCode.InternalServerError,
                    $"{operation.Name} {request.RequestUri}: {response.StatusCode}");
                Assert.True(
                    operation.Value.GetProperty("responses").TryGetProperty($"{(int)response.StatusCode}", out _),
                    $"{operation.Name} {path.Name} answered {(int)response.StatusCode}, which its description does not say.");
            }
        }
    }

    private static string SampleOf(string template) => Sample(RoutePatternFactory.Parse(template));

    // Something that is no other route's fixed part.
    private static string Sample(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(static segment => string.Concat(
        segment.Parts.Select(static part => part switch
        {
            RoutePatternLiteralPart literal => literal.Content,
            RoutePatternParameterPart { Name: "id" } => "0199a1f0-ffff-7000-8000-000000000000",
            RoutePatternParameterPart => "sample",
            RoutePatternSeparatorPart separator => separator.Content,
            _ => throw new NotSupportedException(part.GetType().Name),
        }))));

    private static bool Matches(RoutePattern pattern, string path)
    {
        var values = new RouteValueDictionary();
        return new TemplateMatcher(new RouteTemplate(pattern), []).TryMatch(path, values)
            && pattern.Parameters.All(parameter => !parameter.ParameterPolicies.Any(static policy => policy.Content == "guid") || Guid.TryParse(values[parameter.Name]?.ToString(), out _));
    }
}
