using Sophia.Sandbox;

var builder = WebApplication.CreateBuilder(args);
builder.AddSandbox();

var app = builder.Build();
app.MapHealthChecks("/health");
app.MapSandbox();
app.Run();
