using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.RenderTree;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Sophia.Tests.Web.Pages;

// A renderer can only be written with these types; the framework's own for tests never tells a component that it was drawn.
#pragma warning disable BL0006

/// <summary>A page as a circuit shows it: it is told when it has been drawn, and lives until it is closed.</summary>
internal sealed class OpenPage<TPage> : Renderer
    where TPage : IComponent
{
    private TaskCompletionSource _drawn = new();

    private OpenPage(IServiceProvider services)
        : base(services, NullLoggerFactory.Instance)
    {
        Clock = (SteppedClock)services.GetRequiredService<TimeProvider>();
        Shown = (TPage)InstantiateComponent(typeof(TPage));
    }

    public override Dispatcher Dispatcher { get; } = Dispatcher.CreateDefault();

    public SteppedClock Clock { get; }

    public TPage Shown { get; }

    /// <summary>Opens a page.</summary>
    /// <param name="prepare">What is done to the page before it begins.</param>
    public static async Task<OpenPage<TPage>> ShowAsync(Action<TPage> prepare)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddSingleton<TimeProvider>(new SteppedClock());
        builder.Services.AddRazorComponents();
        var page = new OpenPage<TPage>(builder.Build().Services);
        prepare(page.Shown);
        await page.Dispatcher.InvokeAsync(() => page.RenderRootComponentAsync(page.AssignRootComponentId(page.Shown)));
        return page;
    }

    /// <summary>Lets the page's timer run off, and waits until it has been drawn anew.</summary>
    public Task ElapseAsync()
    {
        _drawn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Clock.Elapse();
        return _drawn.Task.WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);
    }

    protected override Task UpdateDisplayAsync(in RenderBatch renderBatch)
    {
        _drawn.TrySetResult();
        return Task.CompletedTask;
    }

    protected override void HandleException(Exception exception) => ExceptionDispatchInfo.Throw(exception);
}
