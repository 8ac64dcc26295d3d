using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.Core.Dashboard;
using Sophia.Core.Team;
using Sophia.Sandbox.Seeding;

namespace Sophia.Tests.Api.Team;

public sealed class TeamAnalyticsTests(EmployedCompany company) : IClassFixture<EmployedCompany>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task Each_department_adds_up_to_what_the_company_itself_counts()
    {
        var team = await company.ReadAsync("?history=12");
        var totals = await company.TotalsAsync($"?from={team.From:yyyy-MM-dd}&to={team.To:yyyy-MM-dd}");

        Assert.Equal((Today, FreshnessStatus.Fresh, 5), (team.To, team.Freshness.Status, team.LeastPeople));
        Assert.Equal(
            totals.ByDepartment.OrderBy(department => department.Key, StringComparer.Ordinal)
                .Select(department => ((string?)department.Key, (decimal?)department.Value.Headcount, (decimal?)department.Value.Hires, (decimal?)department.Value.Leavers)),
            team.Items.Skip(1).Select(item => (item.Department, item.Headcount.Value, item.Hires.Value, item.Leavers.Value)));
        var whole = EmployedCompany.Company(team);
        Assert.Equal((TeamScope.Company, (decimal?)totals.Total.Headcount, (decimal?)totals.Total.Leavers), (whole.Scope, whole.Headcount.Value, whole.Leavers.Value));
        Assert.Equal(12, whole.Headcount.History.Count);
        Assert.Equal(whole.Headcount.Value, whole.Headcount.History[^1].Value);
        Assert.Equal(whole.Leavers.Value, whole.Leavers.History.Sum(month => month.Value));
    }

    [Fact]
    public async Task Attrition_is_leavers_over_the_average_headcount()
    {
        var team = await company.ReadAsync("?history=12");
        var during = await company.TotalsAsync($"?from={team.From:yyyy-MM-dd}&to={team.To:yyyy-MM-dd}");
        var before = await company.TotalsAsync($"?from=2000-01-01&to={team.From.AddDays(-1):yyyy-MM-dd}");

        var expected = during.Total.Leavers / ((before.Total.Headcount + during.Total.Headcount) / 2m);
        Assert.Equal(decimal.Round(expected, 6, MidpointRounding.AwayFromZero), EmployedCompany.Company(team).Attrition.Value);
    }

    [Fact]
    public async Task The_planted_unrest_is_seen_in_satisfaction_and_then_in_attrition()
    {
        var team = await company.ReadAsync("?history=36&granularity=quarter");
        var falls = Quarter.Of(Today).Add(-4);
        var unhappy = EmployedCompany.Department(team, "Customer Success");

        Assert.True(At(unhappy.Satisfaction, falls.Add(1)) < At(unhappy.Satisfaction, falls) && At(unhappy.Satisfaction, falls) < At(unhappy.Satisfaction, falls.Add(-1)) - 0.5m);
        Assert.True(At(unhappy.Attrition, falls.Add(2)) + At(unhappy.Attrition, falls.Add(3)) > At(unhappy.Attrition, falls.Add(-2)) + At(unhappy.Attrition, falls.Add(-1)));
        var totals = await company.TotalsAsync($"?from={falls.FirstDay:yyyy-MM-dd}&to={falls.LastDay:yyyy-MM-dd}");
        Assert.Equal(EmployedCompany.Mean(totals.ByDepartment["Customer Success"]), At(unhappy.Satisfaction, falls));

        static decimal? At(TeamFigure figure, Quarter quarter) => figure.History.Single(point => point.Start == quarter.FirstDay).Value;
    }

    [Fact]
    public async Task Somebody_who_comes_and_goes_in_BambooHR_moves_the_headcount()
    {
        var before = EmployedCompany.Department(await company.ReadAsync("?department=Finance"), "Finance").Headcount.Value;

        var hired = await company.HireAsync("Finance");
        var grown = await company.SeeAsync("?department=Finance", team => EmployedCompany.Department(team, "Finance").Headcount.Value == before + 1);
        await company.Sandbox.PostControlAsync($"/sandbox/staff/{hired.Id}/leave");
        await company.SeeAsync("?department=Finance", team => EmployedCompany.Department(team, "Finance").Headcount.Value == before);

        Assert.Single(grown.Items);
    }

    [Fact]
    public async Task A_department_of_fewer_than_five_is_withheld_and_so_is_what_would_give_it_away()
    {
        var people = await company.Sandbox.Anonymous.GetFromJsonAsync<JsonElement>("/sandbox/staff/people?department=People", Token);
        var leaving = people.EnumerateArray().Skip(4).Select(person => person.GetProperty("id").GetInt64()).ToList();
        foreach (var id in leaving)
        {
            await company.Sandbox.PostControlAsync($"/sandbox/staff/{id}/leave");
        }

        var team = await SeeHeadcountAsync();

        var withheld = team.Items.Where(item => item.Headcount.Suppressed).ToList();
        Assert.Contains(withheld, item => item.Department == "People");
        Assert.Equal(2, withheld.Count);
        Assert.All(withheld, item => Assert.True(item is { Headcount.Value: null, Leavers: { Value: null, Suppressed: true }, Attrition: { Value: null, Suppressed: true } }));
        Assert.All(team.Items.Except(withheld), item => Assert.NotNull(item.Headcount.Value));
        Assert.True(EmployedCompany.Company(team).Headcount.Value - team.Items.Skip(1).Sum(item => item.Headcount.Value ?? 0) >= team.LeastPeople);
        // Not even of a department that is shown is it told who they are.
        var rows = await company.Api.Client.GetFromJsonAsync<JsonElement>("/api/v1/dashboard/rows?metric=people.headcount&filter=department:Sales", Token);
        Assert.True(rows.GetProperty("parts")[0].GetProperty("rows").GetInt64() > 5);
        Assert.Equal(0, rows.GetProperty("items").GetArrayLength());

        // The company is shared with the other tests.
        foreach (var _ in leaving)
        {
            await company.HireAsync("People");
        }

        Assert.DoesNotContain((await SeeHeadcountAsync()).Items, item => item.Headcount.Suppressed);

        async Task<TeamPage> SeeHeadcountAsync()
        {
            var expected = (await company.TotalsAsync("")).Total.Headcount;
            return await company.SeeAsync("?history=1", team => EmployedCompany.Company(team).Headcount.Value == expected);
        }
    }

    [Fact]
    public async Task The_same_figures_are_sent_once_and_only_the_fields_asked_for()
    {
        const string address = "/api/v1/team/analytics?fields=department,headcount.value&history=1";
        using var first = await company.Api.Client.GetAsync(address, Token);
        var body = await first.Content.ReadFromJsonAsync<JsonElement>(Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await company.Api.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.All(body.GetProperty("items").EnumerateArray(), item =>
        {
            Assert.Equal(["department", "headcount"], item.EnumerateObject().Select(field => field.Name), StringComparer.Ordinal);
            Assert.Equal(["value"], item.GetProperty("headcount").EnumerateObject().Select(field => field.Name), StringComparer.Ordinal);
        });
    }

    [Fact]
    public async Task Pages_go_through_the_company_and_all_departments_once()
    {
        List<string?> names = [];
        for (string? next = ""; next is not null;)
        {
            var page = await company.ReadAsync($"?limit=4&cursor={next}");
            names.AddRange(page.Items.Select(item => item.Department));
            next = page.Next;
        }

        Assert.Equal([null, "Customer Success", "Engineering", "Finance", "Marketing", "Operations", "People", "Product", "Sales"], names, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("department=Magic", "department", "There is no department 'Magic'. There are: Customer Success, ")]
    [InlineData("history=0", "history", "'0' is not a number of months from 1 to 36.")]
    [InlineData("history=long", "history", "'long' is not a number of months from 1 to 36.")]
    [InlineData("granularity=hour", "granularity", "'hour' is none of: day")]
    [InlineData("compare=us", "compare", "'us' is none of: none")]
    [InlineData("fields=salary", "fields", "There is no field 'salary'.")]
    public async Task What_cannot_be_answered_is_said_in_words(string query, string parameter, string error)
    {
        using var response = await company.Api.Client.GetAsync($"/api/v1/team/analytics?{query}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(error, problem.GetProperty("errors").GetProperty(parameter)[0].GetString(), StringComparison.Ordinal);
    }
}
