namespace Sophia.Core.Integrations;

/// <summary>What went wrong at the last attempt to read a source system, and what helps.</summary>
public sealed record IntegrationError
{
    /// <summary>What kind of failure it is.</summary>
    public required IntegrationFailure Failure { get; init; }

    /// <summary>What happened, in the system's own words where it gave any.</summary>
    public required string Message { get; init; }

    /// <summary>What a person can do about it.</summary>
    public required string WayOut { get; init; }

    /// <summary>The error with the way out that its kind has.</summary>
    public static IntegrationError Of(IntegrationFailure failure, string message) => new()
    {
        Failure = failure, Message = message, WayOut = WayOutOf(failure),
    };

    private static string WayOutOf(IntegrationFailure failure) => failure switch
    {
        IntegrationFailure.Unavailable =>
            "Sophia asks again by itself. If it lasts, check the system's own status page, its address in the agents' settings, and the network between.",
        IntegrationFailure.LimitReached =>
            "Sophia goes on by itself when the system allows more. If it comes back, see which other program uses up the same limit.",
        IntegrationFailure.Refused =>
            "Give the agents credentials that are valid and may read this system's objects, restart them, and start a sync.",
        IntegrationFailure.Rejected =>
            "The agents' log names the request. Check that what it asks for exists in the system and is spelt so in the agents' settings.",
        IntegrationFailure.Unexpected =>
            "Sophia asks again by itself. If it lasts, the agents' log has the details under the time of the attempt.",
    };
}
