namespace Sophia.Api.OpenApi;

/// <summary>The description of the API, for programs and for people.</summary>
internal static class ApiDocument
{
    /// <summary>Where Swagger UI is.</summary>
    public const string Page = "/swagger";

    private const string Document = "/openapi/v1.json";

    public static IServiceCollection AddApiDocument(this IServiceCollection services) =>
        services.AddOpenApi("v1", static options => options
            .AddDocumentTransformer<Description>()
            .AddOperationTransformer<ListLimits>());

    public static void UseApiDocument(this WebApplication app)
    {
        app.MapOpenApi();
        app.UseSwaggerUI(static options =>
        {
            options.RoutePrefix = Page.TrimStart('/');
            options.DocumentTitle = "Sophia API";
            options.SwaggerEndpoint(Document, "Sophia API v1");
        });
    }
}
