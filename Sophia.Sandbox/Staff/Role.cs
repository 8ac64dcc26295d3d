namespace Sophia.Sandbox.Staff;

/// <summary>A kind of work in a department.</summary>
/// <param name="Title">The job title of who does it.</param>
/// <param name="ManagerTitle">The job title of who leads a team of them.</param>
/// <param name="Places">How many the company wants; the sales representatives are as many as the CRM has.</param>
internal sealed record Role(string Title, string ManagerTitle, int Places);
