namespace Sophia.Dashboard.Views;

/// <summary>Registers what several pages share.</summary>
internal static class ViewsSetup
{
    /// <summary>Adds the services' colours.</summary>
    public static IServiceCollection AddViews(this IServiceCollection services) => services.AddSingleton<ServiceColours>();
}
