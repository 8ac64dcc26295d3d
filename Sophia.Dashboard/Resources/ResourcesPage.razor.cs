using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Live;

namespace Sophia.Dashboard.Resources;

/// <summary>What runs, how it is, and what can be done to it.</summary>
public sealed partial class ResourcesPage(ResourceFeed feed, NavigationManager navigation) : LiveComponent
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(250);
    private IReadOnlyList<ResourceView> _resources = [];
    private ControlLink _link;
    private ResourceCommand? _command;
    private int _recorded;

    /// <summary>graph, or the table.</summary>
    [SupplyParameterFromQuery]
    public string? View { get; set; }

    /// <summary>The resource whose details are open.</summary>
    [SupplyParameterFromQuery(Name = "resource")]
    public string? Name { get; set; }

    /// <summary>A part of the name or the type.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Filter { get; set; }

    /// <summary>good or trouble.</summary>
    [SupplyParameterFromQuery]
    public string? State { get; set; }

    private bool IsGraph => View == "graph";

    private ResourceView? Selected => string.IsNullOrEmpty(Name)
        ? null
        : _resources.FirstOrDefault(view => view.Resource.Name == Name) ?? _resources.FirstOrDefault(view => view.Resource.Model == Name);

    private IReadOnlyList<ResourceView> Shown => [.. _resources.Where(IsShown)];

    private string Summary
    {
        get
        {
            var trouble = _resources.Count(static view => ResourceStatus.Tone(view.Resource) is not "good");
            return _resources.Count == 0 ? "" : trouble == 0 ? $"All {_resources.Count} running and healthy" : $"{trouble} of {_resources.Count} not running and healthy";
        }
    }

    /// <inheritdoc />
    protected override void OnInitialized() => Read();

    /// <inheritdoc />
    protected override Task RunAsync(CancellationToken leaving) => FollowAsync(
        () => feed.Changed.Next,
        () =>
        {
            Read();
            return Task.CompletedTask;
        },
        s_interval, leaving);

    private void Read()
    {
        _resources = feed.Read();
        _link = feed.Link;
    }

    private bool IsShown(ResourceView view) =>
        (string.IsNullOrEmpty(Filter)
            || view.Resource.Name.Contains(Filter, StringComparison.OrdinalIgnoreCase)
            || view.Resource.Type.Contains(Filter, StringComparison.OrdinalIgnoreCase))
        && State switch
        {
            "good" => ResourceStatus.Tone(view.Resource) == "good",
            "trouble" => ResourceStatus.Tone(view.Resource) != "good",
            _ => true,
        };

    private string To(string? resource = null, string? view = "keep", string? filter = null, string? state = null) => Address.Of(
        "/", ("view", view == "keep" ? View : view), ("resource", resource ?? Name), ("q", filter ?? Filter), ("state", state ?? State));

    private void Go(string? filter = null, string? state = null) => navigation.NavigateTo(To(filter: filter, state: state), replace: true);

    private void Close()
    {
        _command = null;
        _recorded++;
    }
}
