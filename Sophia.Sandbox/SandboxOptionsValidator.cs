using Microsoft.Extensions.Options;

namespace Sophia.Sandbox;

/// <summary>Reports every wrong setting at once, with its key and valid range.</summary>
internal sealed class SandboxOptionsValidator : IValidateOptions<SandboxOptions>
{
    public ValidateOptionsResult Validate(string? name, SandboxOptions options)
    {
        List<string> errors = [];
        // A million deals take about half a gigabyte; fewer than a hundred cannot hold the planted events.
        RequireBetween(errors, "Deals", options.Deals, 100, 1_000_000);
        RequireBetween(errors, "Companies", options.Companies, 20, 200_000);
        RequireBetween(errors, "Calls", options.Calls, 0, 1_000_000);
        // A fifth of the calls is internal and not written down.
        RequireBetween(errors, "Transcripts", options.Transcripts, 0, options.Calls / 2);
        RequireBetween(errors, "Gong:RequestsPerSecond", options.Gong.RequestsPerSecond, 1, 10_000);
        RequireBetween(errors, "Gong:RequestsPerDay", options.Gong.RequestsPerDay, 1, 100_000_000);
        RequireBetween(errors, "Years", options.Years, 1, 10);
        RequireBetween(errors, "RequestsPerTenSeconds", options.RequestsPerTenSeconds, 1, 10_000);
        RequireBetween(errors, "SearchesPerSecond", options.SearchesPerSecond, 1, 1_000);

        if (options.LivingInterval != TimeSpan.Zero
            && (options.LivingInterval < TimeSpan.FromMilliseconds(10) || options.LivingInterval > TimeSpan.FromHours(1)))
        {
            errors.Add($"Sandbox:LivingInterval is {options.LivingInterval:c}; it must be off (0) or between 00:00:00.010 and 01:00:00.");
        }

        if (string.IsNullOrWhiteSpace(options.HubSpot.Token))
        {
            errors.Add("Sandbox:HubSpot:Token is missing; it is the bearer token that callers present.");
        }

        RequireBetween(errors, "BambooHr:RequestsPerSecond", options.BambooHr.RequestsPerSecond, 1, 10_000);
        if (options.StaffInterval < TimeSpan.FromMilliseconds(10) || options.StaffInterval > TimeSpan.FromDays(1))
        {
            errors.Add($"Sandbox:StaffInterval is {options.StaffInterval:c}; it must be between 00:00:00.010 and 1.00:00:00.");
        }

        RequireWebhook(errors, "BambooHr", options.BambooHr.WebhookUrl, "WebhookKey", options.BambooHr.WebhookKey);
        RequireWebhook(errors, "HubSpot", options.HubSpot.WebhookUrl, "WebhookSecret", options.HubSpot.WebhookSecret);
        RequireWebhook(errors, "Gong", options.Gong.WebhookUrl, "WebhookPrivateKey", options.Gong.WebhookPrivateKey);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void RequireWebhook(List<string> errors, string vendor, string address, string secretName, string secret)
    {
        if (address.Length == 0)
        {
            return;
        }

        if (!Uri.TryCreate(address, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
        {
            errors.Add($"Sandbox:{vendor}:WebhookUrl is '{address}'; it must be an absolute http or https address, or empty.");
        }

        if (string.IsNullOrWhiteSpace(secret))
        {
            errors.Add($"Sandbox:{vendor}:{secretName} is missing; webhooks to Sandbox:{vendor}:WebhookUrl are signed with it.");
        }
    }

    private static void RequireBetween(List<string> errors, string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            errors.Add($"Sandbox:{key} is {value}; it must be between {least} and {most}.");
        }
    }
}
