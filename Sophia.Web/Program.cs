using Sophia.Components.Security;
using Sophia.Web.Alerts;
using Sophia.Web.Api;
using Sophia.Web.Components;
using Sophia.Web.Dashboard;
using Sophia.Web.Imports;
using Sophia.Web.Languages;
using Sophia.Web.Rows;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddLocalKeys("Sophia.Web");
// The page's files are found beside the sources in every environment until they are published.
builder.WebHost.UseStaticWebAssets();
builder.Services.AddLanguages();
builder.Services.AddApi();
builder.Services.AddDashboard();
builder.Services.AddImports();
builder.Services.AddAlerts();
builder.Services.AddRazorComponents().AddInteractiveServerComponents()
    // The first message from the browser brings the prerendered figures back: up to 120 points for each tile.
    .AddHubOptions(static options => options.MaximumReceiveMessageSize = 256 * 1024);

var app = builder.Build();
app.UseContentSecurityPolicy();
app.UseRequestLocalization();
app.UseExceptionHandler("/error", createScopeForErrors: true);
app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
app.UseAntiforgery();
app.MapDefaultEndpoints();
app.MapStaticAssets();
app.MapRowsExport();
app.MapBadLinesExport();
app.MapRazorComponents<App>()
    // The policy above says who may frame the page.
    .AddInteractiveServerRenderMode(static options => options.ContentSecurityFrameAncestorsPolicy = null);
await app.RunAsync();
