using Sophia.Agents;
using Sophia.Data;
using Sophia.Data.Migrations;
using Sophia.Integrations;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddNpgsqlDataSource("sophiadb", configureDataSourceBuilder: DatabaseConnections.Configure);
builder.AddRabbitMQClient("bus");
builder.Services.AddSophiaData();
builder.AddIntegrations();
builder.Services.AddAgents();

var app = builder.Build();
await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
app.MapDefaultEndpoints();
await app.RunAsync();
