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

        if (options.HubSpot.WebhookUrl.Length > 0)
        {
            if (!Uri.TryCreate(options.HubSpot.WebhookUrl, UriKind.Absolute, out var url) || url.Scheme is not ("http" or "https"))
            {
                errors.Add($"Sandbox:HubSpot:WebhookUrl is '{options.HubSpot.WebhookUrl}'; it must be an absolute http or https address, or empty.");
            }

            if (string.IsNullOrWhiteSpace(options.HubSpot.WebhookSecret))
            {
                errors.Add("Sandbox:HubSpot:WebhookSecret is missing; webhooks to Sandbox:HubSpot:WebhookUrl are signed with it.");
            }
        }

        if (options.Gong.WebhookUrl.Length > 0 && string.IsNullOrWhiteSpace(options.Gong.WebhookPrivateKey))
        {
            errors.Add("Sandbox:Gong:WebhookPrivateKey is missing; webhooks to Sandbox:Gong:WebhookUrl are signed with it.");
        }

        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void RequireBetween(List<string> errors, string key, int value, int least, int most)
    {
        if (value < least || value > most)
        {
            errors.Add($"Sandbox:{key} is {value}; it must be between {least} and {most}.");
        }
    }
}
