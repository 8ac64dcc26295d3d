using System.Text.Json;

namespace Sophia.Sandbox.Wire;

/// <summary>An answer written straight into the response, since what is in it depends on what the caller asked for.</summary>
internal sealed class JsonAnswer(int status, Action<Utf8JsonWriter> write) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.ContentType = "application/json;charset=utf-8";
        await using (var json = new Utf8JsonWriter(httpContext.Response.BodyWriter))
        {
            write(json);
        }

        await httpContext.Response.BodyWriter.FlushAsync(httpContext.RequestAborted);
    }
}
