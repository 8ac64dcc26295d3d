using System.Globalization;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Integrations;
using Sophia.Integrations.BambooHr;

namespace Sophia.Tests.Integrations.BambooHr;

public sealed class BambooHrConnectorTests : IAsyncLifetime
{
    private LocalBambooHr _bambooHr = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    public async ValueTask InitializeAsync() => _bambooHr = await LocalBambooHr.StartAsync();

    public async ValueTask DisposeAsync() => await _bambooHr.DisposeAsync();

    [Fact]
    public async Task The_history_holds_everybody_once_and_adds_up_to_the_companys_own_totals()
    {
        var totals = await _bambooHr.TotalsAsync();
        var (events, _) = await _bambooHr.PullAsync("employees");
        var employees = _bambooHr.Facts<Employee>(events);

        Assert.Equal(totals.Records, employees.DistinctBy(employee => employee.Key).Count());
        Assert.Equal(
            totals.ByDepartment.ToDictionary(department => department.Key, department => (department.Value.Headcount, department.Value.Hires, department.Value.Leavers), StringComparer.Ordinal),
            employees.GroupBy(employee => employee.Department!, StringComparer.Ordinal).ToDictionary(
                department => department.Key,
                department => (department.Count(employee => employee.LeftOn is null), department.Count(), department.Count(employee => employee.LeftOn is not null)),
                StringComparer.Ordinal));
        Assert.Single(employees, employee => employee.LeftOn is null && employee.ManagerId is null);
    }

    [Fact]
    public async Task The_survey_holds_each_answer_once_and_adds_up_to_the_companys_own_totals()
    {
        var totals = await _bambooHr.TotalsAsync();
        var (events, _) = await _bambooHr.PullAsync("survey");
        var answers = _bambooHr.Facts<SurveyResponse>(events).DistinctBy(answer => answer.Key).ToList();

        Assert.True(totals.Total.Answers > 2_000, "Three pages are needed, so that paging is tried.");
        Assert.Equal(
            totals.ByDepartment.ToDictionary(department => department.Key, department => (department.Value.Answers, (decimal)department.Value.ScoreSum), StringComparer.Ordinal),
            answers.GroupBy(answer => answer.Department!, StringComparer.Ordinal)
                .ToDictionary(department => department.Key, department => (department.Count(), department.Sum(answer => answer.Score)), StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("employees")]
    [InlineData("survey")]
    public async Task A_history_interrupted_behind_any_page_goes_on_without_loss(string resource)
    {
        var (whole, _) = await _bambooHr.PullAsync(resource);
        List<NewEvent> pieces = [];
        List<SourcePage> pages = [];
        while (pages is not [.., { HistoryLoaded: true }])
        {
            await foreach (var page in _bambooHr.Connect().PullAsync(resource, pages.LastOrDefault()?.Cursor, Cancelled))
            {
                pages.Add(page);
                pieces.AddRange(page.Events);
                break;
            }
        }

        Assert.Equal(
            whole.Select(one => one.Stream).Distinct().Order(Comparer<StreamName>.Create((a, b) => string.CompareOrdinal(a.ExternalId, b.ExternalId))),
            pieces.Select(one => one.Stream).Order(Comparer<StreamName>.Create((a, b) => string.CompareOrdinal(a.ExternalId, b.ExternalId))));
        Assert.True(pages.Count > 2);
        Assert.Equal(pages[^1].Total, pages[^1].Loaded);
    }

    [Fact]
    public async Task Who_came_left_moved_or_was_deleted_since_is_read_and_hardly_anybody_else()
    {
        var (events, cursor) = await _bambooHr.PullAsync("employees");
        var members = _bambooHr.Facts<Employee>(events).Where(employee => employee.LeftOn is null && employee.JobTitle is "Software Engineer" or "Support Engineer").ToList();
        var (leaver, mover, mistake) = (members[0].Key.ExternalId, members.Last(one => one.JobTitle is "Support Engineer").Key.ExternalId, members[^2].Key.ExternalId);
        var hired = await _bambooHr.HireAsync("People");
        await _bambooHr.ActAsync($"/sandbox/staff/{leaver}/leave");
        await _bambooHr.ActAsync($"/sandbox/staff/{mover}/move", new { department = "Product" });
        await _bambooHr.DeleteAsync(long.Parse(mistake, CultureInfo.InvariantCulture));

        var (changes, _) = await _bambooHr.PullAsync("employees", cursor);

        var changed = _bambooHr.Facts<Employee>(changes).ToDictionary(employee => employee.Key.ExternalId, StringComparer.Ordinal);
        Assert.Equal(4, changed.Count);
        Assert.Equal(("People", Today, null), (changed[$"{hired.Id}"].Department, changed[$"{hired.Id}"].HiredOn, changed[$"{hired.Id}"].LeftOn));
        Assert.Equal(Today, changed[leaver].LeftOn);
        Assert.Equal("Product", changed[mover].Department);
        Assert.True(changed[mistake].IsRemoved);
    }

    [Fact]
    public async Task An_answer_given_since_is_read()
    {
        var (answers, cursor) = await _bambooHr.PullAsync("survey");
        var hired = await _bambooHr.HireAsync("People");
        await _bambooHr.PostAsync($"/sandbox/staff/{hired.Id}/answer", new { score = 3, survey = "2099-Q1" });

        var (changes, _) = await _bambooHr.PullAsync("survey", cursor);

        var answer = Assert.Single(_bambooHr.Facts<SurveyResponse>(changes), answer => answer.EmployeeId == $"{hired.Id}");
        Assert.Equal(("2099-Q1", Today, "People", 3m), (answer.Survey, answer.AnsweredOn, answer.Department, answer.Score));
        Assert.True(changes.Count < answers.Count / 5, "Only the answers of the last days are read again.");
    }

    [Fact]
    public async Task News_of_an_employee_are_read_at_once_and_each_only_once()
    {
        var hired = await _bambooHr.HireAsync("Marketing");
        await _bambooHr.ActAsync($"/sandbox/staff/{hired.Id}/move", new { department = "Sales" });
        var gone = await _bambooHr.HireAsync("Marketing");
        await _bambooHr.DeleteAsync(gone.Id);

        var read = await _bambooHr.Connect().ReadNotifiedAsync(
            [
                LocalBambooHr.Notification("employee.created", hired.Id),
                LocalBambooHr.Notification("employee.updated", hired.Id),
                LocalBambooHr.Notification("employee.created", gone.Id),
                LocalBambooHr.Notification("employee.deleted", gone.Id),
                LocalBambooHr.Notification("employee.created", 999_999),
            ],
            Cancelled);

        var employees = _bambooHr.Facts<Employee>(read);
        Assert.Equal(2, employees.Count);
        Assert.Equal((hired.Name, hired.Email, "Sales", false), (employees[0].Name, employees[0].Email, employees[0].Department, employees[0].IsRemoved));
        Assert.True(employees[1].IsRemoved);
        Assert.Single(_bambooHr.Exchanges, exchange => exchange.Address.AbsolutePath.EndsWith($"/{hired.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_employee_has_the_same_content_whether_listed_or_announced()
    {
        var (events, _) = await _bambooHr.PullAsync("employees");
        var id = long.Parse(events[0].Stream.ExternalId, CultureInfo.InvariantCulture);

        var read = await _bambooHr.Connect().ReadNotifiedAsync([LocalBambooHr.Notification("employee.updated", id)], Cancelled);

        Assert.Equal(EventIdentity.Of(events[0]), EventIdentity.Of(Assert.Single(read)));
    }

    [Fact]
    public async Task Fields_that_the_key_may_not_see_are_unknown_and_nobody_is_guessed_to_be_employed()
    {
        var open = _bambooHr.Facts<Employee>((await _bambooHr.PullAsync("employees")).Events);
        await _bambooHr.PostAsync("/sandbox/bamboohr/hidden-fields?names=workEmail,terminationDate,division");

        var employees = _bambooHr.Facts<Employee>((await _bambooHr.PullAsync("employees")).Events);

        Assert.Equal(open.Count, employees.Count);
        Assert.All(employees, employee => Assert.True(employee is { Email: null, LeftOn: null, Region: null, Department: not null, Name: not null }));
        Assert.Equal(
            open.Where(employee => employee.LeftOn is not null).Select(employee => employee.Key),
            employees.Where(employee => employee.IsRemoved).Select(employee => employee.Key));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(503)]
    [InlineData(429)]
    public async Task A_short_failure_of_BambooHR_is_not_noticed(int status)
    {
        await _bambooHr.PostAsync("/sandbox/bamboohr/faults", new { count = 1, status });

        Assert.Equal((await _bambooHr.TotalsAsync()).Total.Answers, (await _bambooHr.PullAsync("survey")).Events.DistinctBy(answer => answer.Stream).Count());
    }

    [Fact]
    public async Task A_wrong_key_is_told_in_BambooHRs_own_words()
    {
        var options = new BambooHrOptions { BaseUrl = _bambooHr.Options.BaseUrl, ApiKey = "wrong", RequestsPerSecond = 100 };

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bambooHr.PullAsync("employees", options: options));

        Assert.Equal((SourceFailure.Refused, "BambooHR answered 401: Invalid API key."), (failure.Failure, failure.Message));
    }

    [Fact]
    public async Task A_survey_that_BambooHR_does_not_have_is_an_error_that_names_the_setting()
    {
        _bambooHr.Options.SurveyDataset = "pulse";

        var failure = await Assert.ThrowsAsync<SourceException>(() => _bambooHr.PullAsync("survey"));

        Assert.Equal(SourceFailure.Rejected, failure.Failure);
        Assert.Contains("BambooHr:SurveyDataset", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_dataset_no_answers_are_read()
    {
        _bambooHr.Options.SurveyDataset = "";

        Assert.Equal(["employees"], _bambooHr.Connect().Resources.Select(resource => resource.Name), StringComparer.Ordinal);
    }

    [Fact]
    public async Task Within_the_limit_BambooHR_never_has_to_refuse()
    {
        await using var limited = await LocalBambooHr.StartAsync(("RateLimits", "on"), ("BambooHr:RequestsPerSecond", "400"));
        limited.Options.RequestsPerSecond = 400;

        var (events, _) = await limited.PullAsync("employees");

        Assert.Equal((await limited.TotalsAsync()).Records, events.DistinctBy(one => one.Stream).Count());
        Assert.All(limited.Exchanges, exchange => Assert.Equal(200, exchange.Status));
    }
}
