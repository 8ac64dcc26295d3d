using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;

namespace Sophia.Dashboard.Resources;

/// <summary>Everything that is known of one resource.</summary>
public sealed partial class ResourceDetails(ControlClient control)
{
    private static readonly string[] s_commands = ["start", "restart", "stop"];
    private IReadOnlyList<ResourceVariable>? _variables;
    private IReadOnlyList<CommandRecord>? _records;
    private string? _variablesFailure;
    private string _variableFilter = "";
    private int? _recorded;
    private int? _process;

    /// <summary>The resource.</summary>
    [Parameter, EditorRequired]
    public required ResourceView View { get; set; }

    /// <summary>All of them, for what needs this one.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<ResourceView> All { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <summary>The address of a resource's details.</summary>
    [Parameter, EditorRequired]
    public required Func<string, string> Link { get; set; }

    /// <summary>The address without details.</summary>
    [Parameter, EditorRequired]
    public required string CloseAddress { get; set; }

    /// <summary>Somebody wants to do something.</summary>
    [Parameter]
    public EventCallback<ResourceCommand> OnCommand { get; set; }

    /// <summary>Counts what was done from this page, so that the record is read again after it.</summary>
    [Parameter]
    public int Recorded { get; set; }

    [CascadingParameter]
    private ViewerTime Time { get; set; } = ViewerTime.Utc;

    private IReadOnlyList<string> NeededBy => [.. All
        .Where(view => view.Resource.References.Any(reference => reference.Name == View.Resource.Model))
        .Select(static view => view.Resource.Model).Distinct(StringComparer.Ordinal)];

    /// <inheritdoc />
    protected override async Task OnParametersSetAsync()
    {
        // A new process may have a new environment.
        if (_process != View.Resource.Pid)
        {
            _process = View.Resource.Pid;
            await ReadVariablesAsync();
        }

        if (_recorded != Recorded)
        {
            _recorded = Recorded;
            await ReadRecordsAsync();
        }
    }

    private async Task ReadVariablesAsync()
    {
        try
        {
            _variables = await control.ReadEnvironmentAsync(View.Resource.Name, CancellationToken.None);
            _variablesFailure = _variables is null ? "The host does not tell." : null;
        }
        catch (HttpRequestException exception)
        {
            _variablesFailure = exception.Message;
        }
    }

    private async Task ReadRecordsAsync()
    {
        try
        {
            var all = await control.ReadCommandsAsync(CancellationToken.None);
            _records = all is null ? null : [.. all.Where(record => record.Resource == View.Resource.Name || record.Resource == View.Resource.Model).Take(20)];
        }
        catch (HttpRequestException)
        {
            // The page already says that the host does not answer.
        }
    }

    private static string Word(string type) => type switch
    {
        "WaitFor" => "waits for it",
        "Parent" => "lives in it",
        _ => "calls it",
    };
}
