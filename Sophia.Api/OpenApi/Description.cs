using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Sophia.Api.OpenApi;

/// <summary>Says what the API is, and adds the routes that the framework's own explorer does not list.</summary>
internal sealed class Description : IOpenApiDocumentTransformer
{
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Sophia API",
            Version = "v1",
            Description = """
                The figures of the business, live. Every number says as of when it holds and how fresh its sources are;
                what is not known is null, never 0. Errors are `application/problem+json` with a `traceId`.
                """,
        };
        // The address is the one that the reader asked, whichever proxy it went through.
        document.Servers = [];
        document.Paths["/health"] = Probe("Every check of this service and what it depends on.", "Healthy or degraded", "Unhealthy");
        document.Paths["/alive"] = Probe("Whether this process should be left running.", "Alive", "Not alive");
        return Task.CompletedTask;
    }

    private static OpenApiPathItem Probe(string summary, string well, string ill) => new()
    {
        Operations = new Dictionary<HttpMethod, OpenApiOperation>
        {
            [HttpMethod.Get] = new()
            {
                Summary = summary,
                Tags = new HashSet<OpenApiTagReference> { new("Health") },
                Responses = new OpenApiResponses
                {
                    ["200"] = new OpenApiResponse { Description = well },
                    ["503"] = new OpenApiResponse { Description = ill },
                },
            },
        },
    };
}
