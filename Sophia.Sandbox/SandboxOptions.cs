namespace Sophia.Sandbox;

/// <summary>How large the made-up company is, how it lives, and how it is reached; section <c>Sandbox</c>.</summary>
internal sealed class SandboxOptions
{
    /// <summary>Deals in the seeded history, open ones included.</summary>
    public int Deals { get; set; } = 20_000;

    /// <summary>Companies that the deals are made with.</summary>
    public int Companies { get; set; } = 4_000;

    /// <summary>Calls in the history, a fifth of them among colleagues.</summary>
    public int Calls { get; set; } = 30_000;

    /// <summary>How many of the calls with customers were written down.</summary>
    public int Transcripts { get; set; } = 3_000;

    /// <summary>Fixes every draw: the same seed on the same day is the same company.</summary>
    public int Seed { get; set; } = 2025;

    /// <summary>Years of closed deals before today.</summary>
    public int Years { get; set; } = 3;

    /// <summary>Whether the vendors' request limits are enforced.</summary>
    public RateLimiting RateLimits { get; set; } = RateLimiting.On;

    /// <summary>Requests in any ten seconds; 190 is what HubSpot grants a Professional account.</summary>
    public int RequestsPerTenSeconds { get; set; } = 190;

    /// <summary>Search requests in any second.</summary>
    public int SearchesPerSecond { get; set; } = 5;

    /// <summary>Mean time between two happenings; zero (or <c>off</c>) starts the company frozen.</summary>
    public TimeSpan LivingInterval { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Mean time between two happenings among the people, who change much more slowly than the business.</summary>
    public TimeSpan StaffInterval { get; set; } = TimeSpan.FromMinutes(3);

    /// <summary>Where the company is remembered across restarts; null or empty for memory only.</summary>
    public string? DataFolder { get; set; }

    /// <summary>The CRM's callers and receivers.</summary>
    public HubSpotOptions HubSpot { get; set; } = new();

    /// <summary>The personnel system's callers and receivers.</summary>
    public BambooHrOptions BambooHr { get; set; } = new();

    /// <summary>The conversation system's callers and receivers.</summary>
    public GongOptions Gong { get; set; } = new();
}
