using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace Sophia.ServiceDefaults.Resilience;

/// <summary>
/// Sends requests through the client's pipeline. What the pipeline itself refuses arrives as
/// <see cref="HttpRequestException"/>, like any other failure to reach a server.
/// </summary>
internal sealed class ResilienceHandler(HttpResiliencePipelines pipelines, string client) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var pipeline = pipelines.For(client, request.RequestUri?.Authority ?? string.Empty);
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        context.Properties.Set(HttpResiliencePipelines.Request, request);
        try
        {
            return await pipeline.ExecuteAsync(
                static async (context, state) => await state.handler.SendOnceAsync(state.request, context.CancellationToken),
                context,
                (handler: this, request));
        }
        catch (TimeoutRejectedException exception)
        {
            throw new HttpRequestException(
                $"{request.RequestUri?.Authority} did not answer within {exception.Timeout.TotalSeconds:0.#} seconds.", exception);
        }
        catch (BrokenCircuitException exception)
        {
            throw new HttpRequestException(
                $"{request.RequestUri?.Authority} failed too often and is left alone for a while.", exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <summary>Whether sending the request twice does no more than sending it once.</summary>
    internal static bool IsSafe(HttpRequestMessage request) =>
        request.Method == HttpMethod.Get
        || request.Method == HttpMethod.Head
        || request.Method == HttpMethod.Options;

    private Task<HttpResponseMessage> SendOnceAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        base.SendAsync(request, cancellationToken);
}
