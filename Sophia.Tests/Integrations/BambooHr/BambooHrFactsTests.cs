using System.Text;
using Microsoft.Extensions.Options;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Integrations.BambooHr;
using Sophia.Integrations.BambooHr.Facts;

namespace Sophia.Tests.Integrations.BambooHr;

public sealed class BambooHrFactsTests
{
    [Fact]
    public void A_record_with_everything_is_an_employee()
    {
        var employee = Map<Employee>("employee", """
            {"id":"7","firstName":"Ada","lastName":"Byron","preferredName":"Augusta","workEmail":"Ada.Byron@Example.com","department":"Engineering",
             "division":"EMEA","jobTitleName":"Engineer","reportsToId":"3","status":"Inactive","hireDate":"2024-02-01","terminationDate":"2026-03-01"}
            """);

        Assert.Equal(
            new Employee
            {
                Key = new FactKey("bamboohr", "7"),
                SourceVersion = 5,
                Name = "Augusta Byron",
                Email = "ada.byron@example.com",
                Department = "Engineering",
                Region = "EMEA",
                JobTitle = "Engineer",
                ManagerId = "3",
                HiredOn = new DateOnly(2024, 2, 1),
                LeftOn = new DateOnly(2026, 3, 1),
            },
            employee);
    }

    [Theory]
    [InlineData("""{"id":"7","status":"Active","terminationDate":"0000-00-00","hireDate":"0000-00-00"}""")]
    [InlineData("""{"id":"7","status":"Active","terminationDate":null,"hireDate":null,"workEmail":null,"firstName":""}""")]
    [InlineData("""{"id":"7","status":"Active","terminationDate":"2026-02-31"}""")]
    [InlineData("""{"id":"7"}""")]
    public void What_is_missing_empty_or_no_date_is_unknown(string json) =>
        Assert.True(Map<Employee>("employee", json) is
        {
            Name: null, Email: null, Department: null, Region: null, JobTitle: null, ManagerId: null, HiredOn: null, LeftOn: null, IsRemoved: false,
        });

    [Fact]
    public void Somebody_inactive_without_a_day_of_leaving_counts_nowhere() =>
        Assert.True(Map<Employee>("employee", """{"id":"7","status":"Inactive","hireDate":"2024-02-01","terminationDate":"0000-00-00"}""")!.IsRemoved);

    [Fact]
    public void A_deleted_record_is_removed() => Assert.True(Map<Employee>("employee", """{"deleted":true,"id":"7"}""")!.IsRemoved);

    [Fact]
    public void A_row_of_the_survey_is_an_answer()
    {
        var answer = Map<SurveyResponse>("surveyanswer", """{"id":"9","survey":"2026-Q3","answeredOn":"2026-08-04","employeeId":"7","department":"Sales","score":"8.5"}""");

        Assert.Equal(("2026-Q3", new DateOnly(2026, 8, 4), "7", "Sales", 8.5m), (answer!.Survey, answer.AnsweredOn, answer.EmployeeId, answer.Department, answer.Score));
    }

    [Fact]
    public void An_anonymous_answer_has_nobody_behind_it() =>
        Assert.True(Map<SurveyResponse>("surveyanswer", """{"id":"9","survey":"2026-Q3","answeredOn":"2026-08-04","score":"8"}""") is { EmployeeId: null, Department: null });

    [Theory]
    [InlineData("""{"id":"9","survey":"2026-Q3","answeredOn":"2026-08-04","score":""}""")]
    [InlineData("""{"id":"9","survey":"2026-Q3","answeredOn":"2026-08-04","score":"11"}""")]
    [InlineData("""{"id":"9","survey":"2026-Q3","answeredOn":"2026-08-04","score":"-1"}""")]
    [InlineData("""{"id":"9","survey":"2026-Q3","answeredOn":"soon","score":"8"}""")]
    [InlineData("""{"id":"9","answeredOn":"2026-08-04","score":"8"}""")]
    public void A_row_that_does_not_say_what_was_answered_and_when_is_no_answer(string json) => Assert.Null(Map<SurveyResponse>("surveyanswer", json));

    [Fact]
    public void A_notification_states_no_fact() => Assert.Null(Map<Fact>("notification", """{"type":"employee.updated"}"""));

    private static T? Map<T>(string kind, string json)
        where T : Fact =>
        (T?)new BambooHrFacts(Options.Create(new BambooHrOptions())).Map(new LoggedEvent
        {
            Position = LogPosition.Start,
            Stream = new StreamName("bamboohr", $"bamboohr.{kind}", kind is "employee" ? "7" : "9"),
            SourceVersion = kind is "employee" ? 5 : null,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Payload = Encoding.UTF8.GetBytes(json),
        }).SingleOrDefault();
}
