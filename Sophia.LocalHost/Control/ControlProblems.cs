using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Sophia.LocalHost.Control;

/// <summary>The control API's refusals.</summary>
internal static class ControlProblems
{
    public static ProblemHttpResult UnknownResource(string name) => NotFound("Unknown resource", $"There is no resource '{name}'.");

    public static ProblemHttpResult NotFound(string title, string detail) => TypedResults.Problem(detail, title: title, statusCode: StatusCodes.Status404NotFound);

    public static ProblemHttpResult Conflict(string title, string detail) => TypedResults.Problem(detail, title: title, statusCode: StatusCodes.Status409Conflict);
}
