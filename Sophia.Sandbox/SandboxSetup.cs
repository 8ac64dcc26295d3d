using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.BambooHr;
using Sophia.Sandbox.BambooHr.Datasets;
using Sophia.Sandbox.BambooHr.Webhooks;
using Sophia.Sandbox.Calls;
using Sophia.Sandbox.Control;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Gong;
using Sophia.Sandbox.HubSpot;
using Sophia.Sandbox.Living;
using Sophia.Sandbox.Persistence;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Staff;
using Sophia.Sandbox.Webhooks;

namespace Sophia.Sandbox;

/// <summary>The two doors of the made-up company: its services and its endpoints.</summary>
internal static class SandboxSetup
{
    /// <summary>Adds the seeded company, the life it leads, and the webhooks it sends.</summary>
    /// <param name="builder">The host; its configuration section <c>Sandbox</c> is validated at start.</param>
    public static void AddSandbox(this IHostApplicationBuilder builder)
    {
        // "off" reads better than a zero interval, but only the zero binds to a TimeSpan.
        if (string.Equals(builder.Configuration["Sandbox:LivingInterval"], "off", StringComparison.OrdinalIgnoreCase))
        {
            builder.Configuration["Sandbox:LivingInterval"] = "0";
        }

        builder.Services.AddOptions<SandboxOptions>().BindConfiguration("Sandbox").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SandboxOptions>, SandboxOptionsValidator>();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddRouting();

        builder.Services.AddSingleton(services => CompanySeeder.Seed(
            services.GetRequiredService<IOptions<SandboxOptions>>().Value,
            services.GetRequiredService<CompanyJournal>().Anchor.SeededUntil));
        builder.Services.AddSingleton<CompanyJournal>();
        builder.Services.AddSingleton<CrmStore>();
        builder.Services.AddSingleton<WebhookQueue>();
        builder.Services.AddSingleton<WebhookPost>();
        builder.Services.AddHostedService<WebhookDelivery>();
        builder.Services.AddSingleton<Happenings>();
        builder.Services.AddSingleton<LifeSwitch>();
        builder.Services.AddHostedService<LivingCompany>();
        builder.Services.AddSingleton<StaffStore>();
        builder.Services.AddSingleton<StaffHappenings>();
        builder.Services.AddHostedService<LivingStaff>();
        builder.Services.AddSingleton<EmployeeEventQueue>();
        builder.Services.AddHostedService<EmployeeEventDelivery>();
        builder.Services.AddSingleton<FieldAccess>();
        builder.Services.AddSingleton<DatasetCatalog>();
        builder.Services.AddKeyedSingleton<FaultInjection>(BambooHrGate.Faults);
        builder.Services.AddSingleton<CallPeople>();
        builder.Services.AddSingleton<CallBook>();
        builder.Services.AddSingleton<CallDetails>();
        builder.Services.AddSingleton<CallHappenings>();
        builder.Services.AddHostedService<LivingCalls>();
        builder.Services.AddSingleton<CallWriter>();
        builder.Services.AddSingleton<CallAnnouncements>();
        builder.Services.AddHostedService<CallAnnouncer>();
        builder.Services.AddKeyedSingleton<FaultInjection>(GongGate.Faults);
        builder.Services.AddSingleton<RequestLimits>();
        builder.Services.AddSingleton<FaultInjection>();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // Only the control endpoints go through these options, and people read them.
            json.SerializerOptions.WriteIndented = true;
            json.SerializerOptions.TypeInfoResolverChain.Insert(0, ControlJsonContext.Default);
        });
    }

    /// <summary>Maps the vendors' paths at the root and the control endpoints under <c>/sandbox</c>.</summary>
    /// <param name="app">The application that serves them.</param>
    public static void MapSandbox(this WebApplication app)
    {
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/crm", StringComparison.Ordinal),
            crm => crm.UseMiddleware<HubSpotGate>());
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
            api => api.UseMiddleware<BambooHrGate>());
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments("/v2", StringComparison.Ordinal),
            gong => gong.UseMiddleware<GongGate>());
        app.MapHubSpot();
        app.MapBambooHr();
        app.MapGong();
        app.MapControl();
    }
}
