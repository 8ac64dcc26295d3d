namespace Sophia.Web.Api;

/// <summary>What was asked for is done, and there is nothing to say about it.</summary>
internal sealed record ApiDone;
