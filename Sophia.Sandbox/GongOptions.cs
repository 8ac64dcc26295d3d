namespace Sophia.Sandbox;

/// <summary>What the caller of Gong's endpoints and the receiver of its webhooks agree on.</summary>
internal sealed class GongOptions
{
    /// <summary>The access key; without one, Gong's paths refuse everybody.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The access key's secret.</summary>
    public string AccessKeySecret { get; set; } = "";

    /// <summary>Where the automation rule posts calls; empty posts none.</summary>
    public string WebhookUrl { get; set; } = "";

    /// <summary>Base64 of the private key (PKCS #8) that posts are signed with.</summary>
    public string WebhookPrivateKey { get; set; } = "";

    /// <summary>Requests in any second; 3 is what Gong grants a company.</summary>
    public int RequestsPerSecond { get; set; } = 3;

    /// <summary>Requests in a day (UTC).</summary>
    public int RequestsPerDay { get; set; } = 10_000;
}
