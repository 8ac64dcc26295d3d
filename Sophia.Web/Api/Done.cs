namespace Sophia.Web.Api;

/// <summary>The answer to a wish of which there is nothing more to say than that it was fulfilled.</summary>
internal sealed record Done;
