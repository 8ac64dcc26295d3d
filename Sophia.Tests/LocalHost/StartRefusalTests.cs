using System.Net;
using System.Net.Sockets;
using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;
using Sophia.LocalHost.Running;

namespace Sophia.Tests.LocalHost;

public sealed class StartRefusalTests
{
    [Fact]
    public void A_taken_port_is_named_with_who_wants_it_who_has_it_and_the_way_out()
    {
        using var squatter = new TcpListener(IPAddress.Loopback, 0);
        squatter.Start();
        var port = ((IPEndPoint)squatter.LocalEndpoint).Port;
        var web = new ProjectResource("web");
        web.Annotations.Add(new EndpointAnnotation("http", "http", port));

        var error = Assert.Throws<DistributedApplicationException>(() => PortPlan.Allocate([web], dynamicPorts: false));

        Assert.Contains($"Port {port} of 'web' is taken by process {Environment.ProcessId} (", error.Message, StringComparison.Ordinal);
        Assert.Contains("--LocalHost:DynamicPorts=true", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_copy_of_a_running_checkout_is_told_so()
    {
        using var checkout = new TemporaryFolder();
        using var first = InstanceFolder.Open(checkout.Path, "main");

        var error = Assert.Throws<DistributedApplicationException>(() => InstanceFolder.Open(checkout.Path, "main"));

        Assert.Contains("runs already (instance 'main'", error.Message, StringComparison.Ordinal);
        using var beside = InstanceFolder.Open(checkout.Path, "second");
        Assert.NotEqual(first.Path, beside.Path);
    }

    [Theory]
    [InlineData("LocalHost:Instance", "../elsewhere")]
    [InlineData("LocalHost:DynamicPorts", "perhaps")]
    public void A_setting_that_is_not_valid_is_named(string key, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

        var error = Assert.Throws<DistributedApplicationException>(() => RunSettings.Read(configuration));

        Assert.StartsWith(key, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Resources_cannot_wait_for_each_other_in_a_circle()
    {
        var builder = DistributedApplication.CreateBuilder([]);
        var api = builder.AddProject<TestProject>("api");
        var web = builder.AddProject<TestProject>("web").WaitFor(api);

        Assert.Throws<DistributedApplicationException>(() => api.WaitFor(web));
    }

    [Theory]
    [InlineData("1st")]
    [InlineData("a--b")]
    [InlineData("ends-")]
    [InlineData("under_score")]
    public void A_resource_name_outside_Aspires_rule_is_refused(string name) =>
        Assert.Throws<ArgumentException>(() => new ProjectResource(name));
}
