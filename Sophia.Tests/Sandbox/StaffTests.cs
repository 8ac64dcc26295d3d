using Sophia.Sandbox;
using Sophia.Sandbox.Seeding;
using Sophia.Sandbox.Staff;

namespace Sophia.Tests.Sandbox;

/// <summary>The people of the made-up company, and what was planted among them.</summary>
public sealed class StaffTests
{
    private static readonly DateOnly s_today = new(2026, 11, 22);
    private static readonly SandboxOptions s_options = new() { Deals = 400, Companies = 80 };
    private static readonly SeededCompany s_company = CompanySeeder.Seed(s_options, s_today);
    private static readonly SeededStaff s_staff = s_company.Staff;
    private static readonly Dictionary<long, Employee> s_byId = s_staff.Employees.ToDictionary(employee => employee.Id);
    private static readonly List<Employee> s_employed = [.. s_staff.Employees.Where(employee => employee.IsEmployed)];

    [Fact]
    public void About_four_hundred_people_work_in_eight_departments_under_one_chief()
    {
        Assert.InRange(s_employed.Count, 380, 420);
        Assert.Equal(8, s_employed.CountBy(employee => employee.Department).Count());
        Assert.All(s_employed.CountBy(employee => employee.Department), department => Assert.InRange(department.Value, 12, 130));
        Assert.Single(s_employed, employee => employee.ManagerId is null);
        Assert.All(s_employed, employee =>
        {
            var chain = ChainAbove(employee);
            Assert.InRange(chain.Count, employee.ManagerId is null ? 0 : 1, 3);
            Assert.All(chain, manager => Assert.True(manager.IsEmployed && manager.Level < employee.Level));
        });
    }

    [Fact]
    public void The_sales_representatives_of_the_CRM_are_members_of_Sales_under_the_same_name_and_address()
    {
        var representatives = s_employed.Where(employee => employee.OwnerId is not null).OrderBy(employee => employee.OwnerId);

        Assert.Equal(
            s_company.Owners.Select(owner => (owner.FullName, owner.Email, owner.Region, Department.Sales)),
            representatives.Select(employee => (employee.FullName, employee.Email, employee.Site.Region, employee.Department)));
        Assert.Equal(s_staff.Employees.Count, s_staff.Employees.DistinctBy(employee => employee.Email, StringComparer.Ordinal).Count());
    }

    [Fact]
    public void People_come_and_go_in_the_seasons_of_a_growing_company()
    {
        var yearAgo = s_staff.Employees.Count(employee => employee.WorkedOn(s_today.AddYears(-1)));
        var left = s_staff.Employees.Where(employee => employee.LeftOn >= s_today.AddYears(-1)).ToList();
        var hired = s_staff.Employees.Where(employee => employee.HiredOn >= s_company.FirstDay).ToList();

        Assert.InRange((double)s_employed.Count / yearAgo, 1.04, 1.22);
        Assert.InRange((double)left.Count / ((yearAgo + s_employed.Count) / 2.0), 0.08, 0.22);
        Assert.True(hired.Count(employee => employee.HiredOn.Month is 1 or 9) > 1.3 * hired.Count(employee => employee.HiredOn.Month is 7 or 12));
        Assert.All(s_staff.Employees, employee =>
        {
            Assert.True(employee.HiredOn < s_today && employee.ModifiedAt < new DateTimeOffset(s_today, TimeOnly.MinValue, TimeSpan.Zero));
            Assert.True(employee.LeftOn is not { } end || (end > employee.HiredOn && end > s_company.FirstDay && end < s_today));
        });
    }

    [Fact]
    public void About_seven_in_ten_answer_each_survey_once_while_they_are_employed()
    {
        foreach (var survey in s_staff.Answers.GroupBy(answer => answer.Survey, StringComparer.Ordinal).Skip(1).SkipLast(1))
        {
            var opened = survey.Min(answer => DateOnly.FromDateTime(answer.AnsweredAt.UtcDateTime));
            Assert.InRange((double)survey.Count() / s_staff.Employees.Count(employee => employee.WorkedOn(opened)), 0.6, 0.78);
        }

        Assert.Equal(s_staff.Answers.Count, s_staff.Answers.DistinctBy(answer => (answer.Survey, answer.EmployeeId)).Count());
        Assert.All(s_staff.Answers, answer =>
        {
            Assert.InRange(answer.Score, 0, 10);
            Assert.True(s_byId[answer.EmployeeId].WorkedOn(DateOnly.FromDateTime(answer.AnsweredAt.UtcDateTime)));
        });
    }

    [Fact]
    public void Satisfaction_of_one_department_falls_for_two_quarters_and_then_its_attrition_rises()
    {
        var unrest = s_staff.Unrest;
        var falls = Quarter.Of(unrest.SatisfactionFallsFrom);
        var means = Enumerable.Range(-2, 4).Select(quarters => Satisfaction(Department.CustomerSuccess, falls.Add(quarters))).ToList();

        Assert.Equal(("Customer Success", "Q4 2025", "Q2 2026"), (unrest.Department, unrest.SatisfactionFalls, unrest.AttritionRises));
        Assert.True(Math.Abs(means[0] - means[1]) < 0.5 && means[2] < means[1] - 0.5 && means[3] < means[2] - 0.5, string.Join(", ", means));
        Assert.True(Math.Abs(Satisfaction(Department.Engineering, falls.Add(1)) - Satisfaction(Department.Engineering, falls.Add(-1))) < 0.4);

        var rises = Quarter.Of(unrest.AttritionRisesFrom);
        var before = Leavers(Department.CustomerSuccess, rises.Add(-4).FirstDay, rises.Add(-1).LastDay);
        var after = Leavers(Department.CustomerSuccess, rises.FirstDay, rises.Add(1).LastDay);
        // Half as long, so twice as many leavers are four times the rate.
        Assert.True(after > 1.25 * before, $"{before} leavers in the four quarters before, {after} in the two of unrest");
    }

    [Fact]
    public void The_same_seed_on_the_same_day_is_the_same_staff()
    {
        var again = CompanySeeder.Seed(s_options, s_today).Staff;

        Assert.Equal(s_staff.Employees, again.Employees);
        Assert.Equal(s_staff.Answers, again.Answers);
    }

    private static List<Employee> ChainAbove(Employee employee)
    {
        List<Employee> chain = [];
        for (var manager = employee.ManagerId; manager is { } id && chain.Count < 10; manager = s_byId[id].ManagerId)
        {
            chain.Add(s_byId[id]);
        }

        return chain;
    }

    private static double Satisfaction(Department department, Quarter quarter) =>
        s_staff.Answers
            .Where(answer => answer.Department == department && answer.Survey == SurveyCalendar.Name(quarter))
            .Average(answer => answer.Score);

    private static int Leavers(Department department, DateOnly from, DateOnly to) =>
        s_staff.Employees.Count(employee => employee.Department == department && employee.LeftOn >= from && employee.LeftOn <= to);
}
