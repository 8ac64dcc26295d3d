using System.Text.Json;

namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>A page of transcripts, each as Gong wrote it; empty where there are none.</summary>
internal sealed class TranscriptsAnswer
{
    public Records? Records { get; set; }

    public IReadOnlyList<JsonElement> CallTranscripts { get; set; } = [];
}
