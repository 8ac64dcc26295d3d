namespace Sophia.Dashboard.Resources;

/// <summary>Puts a resource's state and health into one word and one colour.</summary>
public static class ResourceStatus
{
    /// <summary>good, warn, bad, or empty for neither.</summary>
    public static string Tone(Resource resource) => resource switch
    {
        { State: "FailedToStart" } => "bad",
        { State: "Exited", ExitCode: not (0 or null or 143 or 137) } => "bad",
        { State: var state } when state.StartsWith("Restarting", StringComparison.Ordinal) => "bad",
        { State: "Running", Health: "Unhealthy" } => "bad",
        { State: "Running", Health: "Degraded" } => "warn",
        { State: "Running", Health: "Healthy" } => "good",
        { State: "Running" or "Starting" or "Waiting" or "Building" or "Stopping" } => "warn",
        _ => "",
    };

    /// <summary>The tone of one health check.</summary>
    public static string Tone(string status) => status switch
    {
        "Healthy" => "good",
        "Degraded" => "warn",
        _ => "bad",
    };

    /// <summary>Running and healthy, Waiting for api, Exited with 139.</summary>
    public static string Word(Resource resource) => resource switch
    {
        { State: "Running", Health: { } health and not "Healthy" } => health,
        { State: "Waiting", Message: { Length: > 0 } message } => $"Waiting {message}",
        { State: "Exited", ExitCode: { } code } => $"Exited ({code})",
        { State: var state } => state,
    };
}
