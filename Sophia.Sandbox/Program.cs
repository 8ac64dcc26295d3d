using Sophia.Sandbox;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
// A backfill is four hundred requests: their lines would bury what happens in the company.
builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
builder.AddSandbox();

var app = builder.Build();
app.MapDefaultEndpoints();
app.MapSandbox();
app.Run();
