namespace Sophia.ServiceDefaults.Resilience;

/// <summary>How an HTTP client deals with failure; configured per client by its name.</summary>
public sealed class HttpResilienceOptions
{
    /// <summary>How long a call may take with all its attempts and the waiting between them.</summary>
    public TimeSpan TotalTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt may take until the response's headers are there.</summary>
    public TimeSpan AttemptTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>How often a call that is safe to repeat is tried again; 0 to 10.</summary>
    public int Retries { get; set; } = 3;

    /// <summary>The wait before the first retry; it doubles from then on, with jitter.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// The longest <c>Retry-After</c> that is waited for. A response that asks for more goes to the caller, who knows
    /// better what to do meanwhile.
    /// </summary>
    public TimeSpan LongestRetryAfter { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>The share of failing attempts at which the circuit opens.</summary>
    public double BreakAtFailureShare { get; set; } = 0.5;

    /// <summary>How many attempts there must be within 30 seconds before that share means anything; at least 2.</summary>
    public int BreakAfterAttempts { get; set; } = 10;

    /// <summary>How long an open circuit refuses calls before it lets one through to see; at least half a second.</summary>
    public TimeSpan BreakDuration { get; set; } = TimeSpan.FromSeconds(5);
}
