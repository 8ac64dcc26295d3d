using Sophia.Components.Security;
using Sophia.Dashboard.Access;
using Sophia.Dashboard.Components;
using Sophia.Dashboard.ConsoleLogs;
using Sophia.Dashboard.Data;
using Sophia.Dashboard.Resources;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Api;
using Sophia.Dashboard.Views;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddTelemetry();
builder.AddAccess();
builder.AddResources();
builder.AddViews();
// The pages' files are found beside the sources in every environment until they are published.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddRazorComponents().AddInteractiveServerComponents();

var app = builder.Build();
app.UseOtlpReceiver();
app.UseContentSecurityPolicy();
app.UseAccess();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapDefaultEndpoints();
app.MapTelemetryApi();
app.MapStaticAssets();
app.MapConsoleDownload();
app.MapSessionExport();
app.MapRazorComponents<App>()
    // The policy above says who may frame the page.
    .AddInteractiveServerRenderMode(static options => options.ContentSecurityFrameAncestorsPolicy = null);
await app.RunAsync();
