using Microsoft.Extensions.Options;

namespace Sophia.Tests.Sandbox;

public sealed class SettingsTests
{
    [Fact]
    public void Wrong_settings_stop_the_start_and_all_are_named_at_once()
    {
        var error = Assert.Throws<OptionsValidationException>(() => SandboxHost.Build(
            null,
            ("Deals", "3"),
            ("LivingInterval", "1.00:00:00"),
            ("HubSpot:Token", ""),
            ("HubSpot:WebhookUrl", "/webhooks")));

        Assert.Equal(
            ["Sandbox:Deals", "Sandbox:LivingInterval", "Sandbox:HubSpot:Token", "Sandbox:HubSpot:WebhookUrl", "Sandbox:HubSpot:WebhookSecret"],
            error.Failures.Select(failure => failure.Split(' ')[0]),
            StringComparer.Ordinal);
    }
}
