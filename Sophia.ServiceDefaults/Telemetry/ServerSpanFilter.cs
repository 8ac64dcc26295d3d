using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Sophia.ServiceDefaults.Health;

namespace Sophia.ServiceDefaults.Telemetry;

/// <summary>Gives each server span its route, status code and name, and leaves health probes unrecorded.</summary>
internal sealed class ServerSpanFilter : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(DescribeAsync);
        next(app);
    };

    private static async Task DescribeAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { } span)
        {
            await next(context);
            return;
        }

        if (HealthEndpoints.IsProbe(context.Request.Path))
        {
            // Probes come every second and would bury everything else.
            span.IsAllDataRequested = false;
            span.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
            await next(context);
            return;
        }

        try
        {
            await next(context);
            Describe(span, context, context.Response.StatusCode);
        }
        catch
        {
            Describe(span, context, StatusCodes.Status500InternalServerError);
            throw;
        }
    }

    private static void Describe(Activity span, HttpContext context, int status)
    {
        if (status >= StatusCodes.Status500InternalServerError)
        {
            Keep(span, context);
        }

        if (!span.IsAllDataRequested)
        {
            return;
        }

        span.SetTag("http.response.status_code", status);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        // Handling an exception takes the endpoint off the request and leaves it here.
        var endpoint = context.GetEndpoint() ?? context.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        if (endpoint is RouteEndpoint { RoutePattern.RawText: { } route })
        {
            route = route.StartsWith('/') ? route : "/" + route;
            span.SetTag("http.route", route);
            span.DisplayName = $"{context.Request.Method} {route}";
        }
        else
        {
            // An unknown path may hold anything, so it is no name to group spans by.
            span.DisplayName = context.Request.Method;
        }
    }

    /// <summary>Keeps a failed request whatever the sampler said when it began, at no cost to those that succeed; it counts as one.</summary>
    private static void Keep(Activity span, HttpContext context)
    {
        span.TraceStateString = SamplingThreshold.KeepAll.TraceState;
        if (!span.IsAllDataRequested)
        {
            span.IsAllDataRequested = true;
            span.ActivityTraceFlags |= ActivityTraceFlags.Recorded;
            span.SetTag("http.request.method", context.Request.Method);
            span.SetTag("url.path", context.Request.Path.Value);
            span.SetTag("url.scheme", context.Request.Scheme);
        }
    }
}
