namespace Sophia.Sandbox;

/// <summary>What the caller of BambooHR's endpoints and the receiver of its webhooks agree on.</summary>
internal sealed class BambooHrOptions
{
    /// <summary>The API key that callers present as the user of Basic authentication; empty refuses everybody.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The private key that webhooks are signed with.</summary>
    public string WebhookKey { get; set; } = "";

    /// <summary>Where webhooks are posted; empty sends none.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>Requests in any second. BambooHR publishes no number; this is the sandbox's.</summary>
    public int RequestsPerSecond { get; set; } = 10;

    /// <summary>The fields that the key may not see, with commas between them; they are left out of every answer.</summary>
    public string HiddenFields { get; set; } = "";
}
