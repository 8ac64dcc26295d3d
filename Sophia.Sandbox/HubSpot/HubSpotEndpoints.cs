using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.HubSpot;

/// <summary>HubSpot's paths.</summary>
internal static class HubSpotEndpoints
{
    public static void MapHubSpot(this IEndpointRouteBuilder routes)
    {
        var store = routes.ServiceProvider.GetRequiredService<CrmStore>();
        var clock = routes.ServiceProvider.GetRequiredService<TimeProvider>();
        new ObjectEndpoints<Deal>(ObjectKinds.Deals(store), clock).Map(routes);
        new ObjectEndpoints<Company>(ObjectKinds.Companies(store), clock).Map(routes);
        routes.MapAssociations();
        routes.MapOwners();
        routes.MapPipelines();
    }
}
