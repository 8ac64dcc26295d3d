using Sophia.Core.Analytics.Conversations;

namespace Sophia.Core.Conversations;

/// <summary>Somebody who took part in a call.</summary>
/// <param name="Id">The colleague's user in the source, to be used as a filter; null for others.</param>
/// <param name="Name">The name, or null where the source has none.</param>
/// <param name="Side">Whose side the person is on.</param>
/// <param name="SpeakerId">How transcript and findings name the person, or null.</param>
public sealed record CallParticipant(string? Id, string? Name, SpeakerSide Side, string? SpeakerId);
