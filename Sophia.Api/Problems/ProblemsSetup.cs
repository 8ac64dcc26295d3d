using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;

namespace Sophia.Api.Problems;

/// <summary>Errors: every one is <c>application/problem+json</c>, carries the trace's id and tells nothing from inside.</summary>
internal static class ProblemsSetup
{
    public static IServiceCollection AddProblems(this IServiceCollection services)
    {
        // The framework's writer steps back for clients that accept HTML; ours is asked first and always writes.
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IProblemDetailsWriter, ProblemWriter>());
        services.AddProblemDetails();
        services.Configure<ExceptionHandlerOptions>(static options => options.StatusCodeSelector = StatusOf);
        // Development would throw on parameters that cannot be bound, and log them as errors of ours.
        services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = false);
        return services;
    }

    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // Postgres is away, restarting or overloaded: the caller may try again and a source redelivers.
        NpgsqlException { IsTransient: true } => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };
}
