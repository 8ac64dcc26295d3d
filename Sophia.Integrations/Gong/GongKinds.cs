namespace Sophia.Integrations.Gong;

/// <summary>The names under which Gong's objects stand in the event log.</summary>
internal static class GongKinds
{
    public const string Connection = "gong";
    public const string Prefix = "gong.";
    public const string User = "gong.user";
    public const string Call = "gong.call";
    public const string Transcript = "gong.transcript";
    public const string Notification = "gong.notification";
}
