using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Analytics.Conversations;

/// <summary>Whose side a speaker is on.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<SpeakerSide>))]
public enum SpeakerSide
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>A colleague.</summary>
    Ours,

    /// <summary>The customer.</summary>
    Theirs,
}
