using Sophia.Api;
using Sophia.Data.Migrations;

var app = ApiApplication.Create(args);
await app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync(app.Lifetime.ApplicationStopping);
await app.RunAsync();
