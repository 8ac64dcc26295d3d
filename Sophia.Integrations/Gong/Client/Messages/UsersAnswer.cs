using System.Text.Json;

namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>A page of users, each as Gong wrote it; empty where there are none.</summary>
internal sealed class UsersAnswer
{
    public Records? Records { get; set; }

    public IReadOnlyList<JsonElement> Users { get; set; } = [];
}
