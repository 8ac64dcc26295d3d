namespace Sophia.Sandbox.Staff;

/// <summary>Somebody's time in a place of the organisation chart.</summary>
/// <param name="Place">The place's index.</param>
/// <param name="HiredOn">The first day.</param>
/// <param name="LeftOn">The first day no longer here, or nothing for who is still here.</param>
internal sealed record Stay(int Place, DateOnly HiredOn, DateOnly? LeftOn);
