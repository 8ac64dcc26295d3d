using Microsoft.Extensions.Options;

namespace Sophia.Tests.Sandbox;

public sealed class SettingsTests
{
    [Fact]
    public async Task Wrong_settings_stop_the_start_and_all_are_named_at_once()
    {
        await using var app = SandboxHost.Build(
            null,
            ("Deals", "3"),
            ("LivingInterval", "1.00:00:00"),
            ("HubSpot:Token", ""),
            ("HubSpot:WebhookUrl", "/webhooks"));

        var error = await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync(TestContext.Current.CancellationToken));

        Assert.Equal(
            ["Sandbox:Deals", "Sandbox:LivingInterval", "Sandbox:HubSpot:Token", "Sandbox:HubSpot:WebhookUrl", "Sandbox:HubSpot:WebhookSecret"],
            error.Failures.Select(failure => failure.Split(' ')[0]));
    }
}
