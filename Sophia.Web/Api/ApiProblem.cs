namespace Sophia.Web.Api;

/// <summary>The parts of the API's problem details that the page shows.</summary>
internal sealed record ApiProblem(string? Title, string? Detail, string? TraceId, Dictionary<string, string[]>? Errors);
