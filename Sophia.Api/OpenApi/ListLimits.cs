using System.Globalization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Sophia.Api.Lists;

namespace Sophia.Api.OpenApi;

/// <summary>Describes the limit of lists as the number that it is; it is bound as text so that a wrong one is answered in words.</summary>
internal sealed class ListLimits : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            if (parameter is { Name: ListParameters.LimitName, In: ParameterLocation.Query })
            {
                parameter.Schema = new OpenApiSchema
                {
                    Type = JsonSchemaType.Integer,
                    Minimum = "1",
                    Maximum = ListParameters.LargestLimit.ToString(CultureInfo.InvariantCulture),
                    Default = ListParameters.UsualLimit,
                };
            }
        }

        return Task.CompletedTask;
    }
}
