using Sophia.Dashboard.Metrics;

namespace Sophia.Dashboard.Views;

/// <summary>Registers what several pages share.</summary>
internal static class ViewsSetup
{
    /// <summary>Adds the services' colours and the boards.</summary>
    public static WebApplicationBuilder AddViews(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ServiceColours>();
        builder.Services.AddSingleton(new BoardStore(builder.Configuration["Dashboard:DataFolder"]));
        return builder;
    }
}
