using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Sophia.Api.Lists;
using Sophia.Core.Dashboard;

namespace Sophia.Api.Dashboard;

/// <summary>Sends an answer, or 304 to a caller who has it already.</summary>
internal sealed class MetricsResult(DashboardAnswer answer) : IResult, IEndpointMetadataProvider
{
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(DashboardMetrics), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public Task ExecuteAsync(HttpContext httpContext) => ConditionalBody.SendAsync(httpContext, answer.Body, answer.ETag);
}
