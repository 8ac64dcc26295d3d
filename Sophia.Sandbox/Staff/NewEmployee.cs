namespace Sophia.Sandbox.Staff;

/// <summary>Somebody about to be hired; the store gives the id, the manager and the dates.</summary>
internal sealed record NewEmployee(string FirstName, string LastName, string Email, Department Department, string JobTitle, Site Site);
