using Microsoft.AspNetCore.Components;

namespace Sophia.Dashboard.Resources;

/// <summary>Asks before anything is done to a resource, and does it.</summary>
public sealed partial class CommandDialog(ControlClient control, NavigationManager navigation)
{
    private int _count;
    private bool _busy;
    private string? _failure;

    /// <summary>What is about to be done.</summary>
    [Parameter, EditorRequired]
    public required ResourceCommand Command { get; set; }

    /// <summary>Called when it was done or given up.</summary>
    [Parameter]
    public EventCallback OnClose { get; set; }

    /// <summary>Who is asking, as the record will say.</summary>
    public static string Actor => "token (dashboard)";

    private string Verb => Command.Command switch
    {
        "start" => "Start",
        "stop" => "Stop",
        "restart" => "Restart",
        _ => "Set replicas",
    };

    private string Title => Command.Command == "replicas" ? $"Replicas of {Command.Resource.Model}" : $"{Verb} {Command.Resource.Name}?";

    private string Consequence => Command.Command switch
    {
        "start" => $"{Command.Resource.Name} starts as soon as what it needs is ready.",
        "stop" => IsOwn
            ? "This is the dashboard itself: the page ends with it, and only the terminal or the control API can start it again."
            : $"{Command.Resource.Name} is asked to end, and killed if it does not within a few seconds. It stays stopped until somebody starts it.",
        "restart" => $"{Command.Resource.Name} is asked to end and is started again.",
        _ => "Replicas are added at once. Those that are taken away finish their open work first. The number is forgotten when the host ends.",
    };

    private bool IsOwn => Command.Resource.Urls.Any(url => navigation.BaseUri.StartsWith(url, StringComparison.OrdinalIgnoreCase));

    /// <inheritdoc />
    protected override void OnInitialized() => _count = Command.Resource.Replicas ?? 1;

    private async Task ConfirmAsync()
    {
        _busy = true;
        _failure = null;
        var outcome = Command.Command == "replicas"
            ? await control.SetReplicasAsync(Command.Resource.Model, _count, Actor, CancellationToken.None)
            : await control.SendAsync(Command.Resource.Name, Command.Command, Actor, CancellationToken.None);
        _busy = false;
        if (outcome.Done)
        {
            await OnClose.InvokeAsync();
        }

        _failure = outcome.Reason;
    }
}
