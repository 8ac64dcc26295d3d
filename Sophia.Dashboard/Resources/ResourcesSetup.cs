namespace Sophia.Dashboard.Resources;

/// <summary>Registers what shows and steers resources.</summary>
internal static class ResourcesSetup
{
    /// <summary>Adds the way to the control API.</summary>
    public static IHostApplicationBuilder AddResources(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<ControlOptions>().BindConfiguration("ControlApi").ValidateDataAnnotations()
            .Validate(static options => options.Address is null || !string.IsNullOrEmpty(options.Token), "ControlApi:Token is missing: the control API answers nobody without it.")
            .ValidateOnStart();
        builder.Services.AddSingleton<ControlClient>();
        builder.Services.AddSingleton<ResourceFeed>();
        builder.Services.AddHostedService(static services => services.GetRequiredService<ResourceFeed>());
        return builder;
    }
}
