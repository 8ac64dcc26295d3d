using Sophia.Core.Analytics.Discovery.Findings;
using Sophia.Core.Facts;
using Sophia.Data.Predictions;
using Sophia.Tests.Data;

namespace Sophia.Tests.Agents.Analysis;

public sealed class FindingNameTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_finding_about_a_seller_speaks_of_a_person_and_of_another_systems_user_never()
    {
        await using var host = await DataHost.StartAsync();
        await host.LearnAsync(User("hubspot", "4711", "Ann Lee"), User("gong", "4712", "Somebody else"));
        var findings = host.Get<Findings>();
        await findings.StoreAsync([Seller("4711", 0.001), Seller("4712", 0.002)], host.Clock.Now, Cancelled);

        var read = await findings.ReadAsync(Cancelled);

        Assert.Equal(
            [("Ann Lee", "Ann Lee won 3 of 20 closed deals."), (null, "seller 4712 won 3 of 20 closed deals.")],
            read.Select(static one => (one.SubjectName, one.Finding.Statement)));
    }

    private static SystemUser User(string connection, string id, string name) =>
        new() { Key = new(connection, id), SourceVersion = 1, Email = null, Name = name };

    private static SalesFinding Seller(string id, double probability) => new()
    {
        Kind = FindingKind.Seller, Subject = id, Statement = $"seller {id} won 3 of 20 closed deals.", Effect = 0.4, Probability = probability, FalseShare = 0.01,
        Evidence = [new FactKey("hubspot", "1")],
    };
}
