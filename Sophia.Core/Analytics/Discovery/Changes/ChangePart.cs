namespace Sophia.Core.Analytics.Discovery.Changes;

/// <summary>A member of a dimension before and after.</summary>
/// <param name="Name">The member, for example a region.</param>
/// <param name="CountBefore">How many were sold; zero or more.</param>
/// <param name="ValueBefore">What they brought, in the metric's unit.</param>
/// <param name="CountAfter">How many were sold; zero or more.</param>
/// <param name="ValueAfter">What they brought.</param>
public sealed record ChangePart(string Name, decimal CountBefore, decimal ValueBefore, decimal CountAfter, decimal ValueAfter);
