using System.Text.Json;

namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>A page of calls, each as Gong wrote it; empty where there are none.</summary>
internal sealed class CallsAnswer
{
    public Records? Records { get; set; }

    public IReadOnlyList<JsonElement> Calls { get; set; } = [];
}
