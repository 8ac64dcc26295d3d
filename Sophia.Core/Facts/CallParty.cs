using Sophia.Core.Analytics.Conversations;

namespace Sophia.Core.Facts;

/// <summary>Somebody who took part in a call.</summary>
/// <param name="SpeakerId">How the transcript names the person, or null where the person is not in it.</param>
/// <param name="UserId">The colleague's <see cref="SystemUser"/> in the same connection, or null for others.</param>
/// <param name="Name">The person's name, or null where the source has none.</param>
/// <param name="Side">Whose side the person is on.</param>
public sealed record CallParty(string? SpeakerId, string? UserId, string? Name, SpeakerSide Side);
