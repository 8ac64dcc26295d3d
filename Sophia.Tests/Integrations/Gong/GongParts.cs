using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sophia.Integrations.Gong;
using Sophia.Integrations.Gong.Client;
using Sophia.Integrations.Gong.Pull;

namespace Sophia.Tests.Integrations.Gong;

/// <summary>The connector over a vendor of the test's choice.</summary>
internal static class GongParts
{
    public static GongConnector Connect(HttpMessageHandler vendor, TimeProvider clock, GongOptions? options = null)
    {
        var settings = Options.Create(options ?? new GongOptions { AccessKey = "key", AccessKeySecret = "secret", BaseUrl = new Uri("https://gong.example/") });
        var http = new HttpClient(vendor) { BaseAddress = settings.Value.BaseUrl };
        http.DefaultRequestHeaders.Authorization = new(
            "Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.Value.AccessKey}:{settings.Value.AccessKeySecret}")));
        var budget = new GongBudget(settings, clock);
        return new GongConnector(new GongApi(new GongSender(http, budget, clock, NullLogger<GongSender>.Instance)), budget, settings);
    }
}
