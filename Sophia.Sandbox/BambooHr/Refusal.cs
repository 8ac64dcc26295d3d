namespace Sophia.Sandbox.BambooHr;

/// <summary>A refusal of the older endpoints: no content, and the words in a header.</summary>
internal sealed class Refusal(int status, string message) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) => BambooHrGate.Refuse(httpContext, status, message);
}
