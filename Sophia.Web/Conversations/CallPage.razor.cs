using Microsoft.AspNetCore.Components;
using Sophia.Core.Analytics.Conversations;
using Sophia.Core.Conversations;
using Sophia.Web.Api;

namespace Sophia.Web.Conversations;

/// <summary>One call: who took part, what was found, and what was said.</summary>
public sealed partial class CallPage
{
    /// <summary>The call's id in its source.</summary>
    [Parameter]
    public required string Id { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => Id;

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(30);

    private string Title => Data?.Call.Title ?? Text["calls.untitled"];

    /// <inheritdoc />
    private protected override Task<ApiAnswer<CallDetail>> ReadAsync(CancellationToken cancellationToken) =>
        Api.GetAsync($"/api/v1/gong/calls/{Uri.EscapeDataString(Id)}", ConversationsJson.Default.CallDetail, cancellationToken);

    private CallParticipant? Find(string? speaker) =>
        speaker is null ? null : Data!.Call.Participants.FirstOrDefault(person => person.SpeakerId == speaker);

    private string? NameOf(string? speaker) => Find(speaker)?.Name;

    private SpeakerSide SideOf(string? speaker) => Find(speaker)?.Side ?? SpeakerSide.Unknown;
}
