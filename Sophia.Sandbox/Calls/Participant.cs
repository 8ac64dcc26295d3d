namespace Sophia.Sandbox.Calls;

/// <summary>Somebody in a call.</summary>
/// <param name="PartyId">The id of the seat in this call.</param>
/// <param name="SpeakerId">The id of the voice in this call.</param>
/// <param name="EmployeeId">The colleague, or nothing for the other side.</param>
/// <param name="FirstName">The first name.</param>
/// <param name="LastName">The family name.</param>
/// <param name="Email">The address.</param>
/// <param name="Title">What the person does.</param>
internal sealed record Participant(
    ulong PartyId, ulong SpeakerId, long? EmployeeId, string FirstName, string LastName, string Email, string Title)
{
    public bool IsOurs => EmployeeId is not null;

    public string FullName => $"{FirstName} {LastName}";
}
