using Bogus;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Staff;

/// <summary>
/// Makes the people of the company: who works where and for whom, who came and who left, and what they said in surveys.
/// The CRM's sales representatives are among them under the same names and addresses.
/// </summary>
internal static class StaffSeeder
{
    private const long FirstId = 101;

    /// <summary>Seeds the people of a company whose history is the calendar's.</summary>
    public static SeededStaff Seed(int seed, BusinessCalendar calendar, IReadOnlyList<Owner> representatives)
    {
        var unrest = Unrest.Before(calendar.Today);
        var random = new SeededRandom((ulong)seed);
        var places = OrganisationChart.Draw(representatives, random.Fork(-4));
        var careers = new Careers(places, calendar, unrest);
        var stays = Enumerable.Range(0, places.Count)
            .SelectMany(place => careers.In(place, random.Fork(-5).Fork(place)))
            .OrderBy(stay => stay.HiredOn)
            .ThenBy(stay => stay.Place)
            .ToList();
        var employees = Employ(stays, places, new Faker("en") { Random = new Randomizer(seed + 2) }, representatives);
        return new SeededStaff(employees, Ask(employees, calendar, new SurveyMood(unrest, seed), random.Fork(-7)), unrest);
    }

    private static List<Employee> Employ(List<Stay> stays, IReadOnlyList<Place> places, Faker names, IReadOnlyList<Owner> representatives)
    {
        HashSet<string> taken = [.. representatives.Select(owner => owner.Email)];
        var holders = stays.Index().ToLookup(stay => stay.Item.Place, stay => (stay.Item, Id: FirstId + stay.Index));
        return [.. stays.Select((stay, index) =>
        {
            var place = places[stay.Place];
            var (first, last, email) = place.Representative is { } owner ? (owner.FirstName, owner.LastName, owner.Email) : NewName(names, taken);
            return new Employee
            {
                Id = FirstId + index,
                FirstName = first,
                LastName = last,
                Email = email,
                Department = place.Department,
                JobTitle = place.JobTitle,
                Level = place.Level,
                Site = place.Site,
                ManagerId = Above(place.Above, stay.LeftOn?.AddDays(-1)),
                OwnerId = place.Representative?.Id,
                HiredOn = stay.HiredOn,
                LeftOn = stay.LeftOn,
                CreatedAt = At(stay.HiredOn, 9, index),
                // The end is entered on the last day.
                ModifiedAt = stay.LeftOn is { } left ? At(left.AddDays(-1), 16, index) : At(stay.HiredOn, 9, index),
            };
        })];

        // While nobody holds the place above, the one above that leads.
        long? Above(int? place, DateOnly? day)
        {
            for (var above = place; above is { } index; above = places[index].Above)
            {
                foreach (var (stay, id) in holders[index])
                {
                    if (day is { } last ? stay.HiredOn <= last && (stay.LeftOn is null || last < stay.LeftOn) : stay.LeftOn is null)
                    {
                        return id;
                    }
                }
            }

            return null;
        }
    }

    private static List<SurveyAnswer> Ask(List<Employee> employees, BusinessCalendar calendar, SurveyMood mood, SeededRandom random)
    {
        List<(Employee Employee, Quarter Quarter, int Score, DateTimeOffset At)> answers = [];
        for (var quarter = Quarter.Of(calendar.FirstDay); SurveyCalendar.Opens(quarter) < calendar.Today; quarter = quarter.Add(1))
        {
            foreach (var employee in employees)
            {
                var draw = random.Fork((employee.Id * 10_000) + (quarter.Year * 4) + quarter.Number);
                // Half of the answers come in the first ten days.
                var day = SurveyCalendar.Opens(quarter).AddDays((int)(-14 * Math.Log(1 - draw.NextDouble())));
                if (draw.Chance(SurveyCalendar.Participation) && day <= quarter.LastDay && day < calendar.Today && day >= calendar.FirstDay && employee.WorkedOn(day))
                {
                    answers.Add((employee, quarter, mood.Score(employee.Id, employee.Department, quarter, draw), At(day, 8, draw.Next(36_000_000))));
                }
            }
        }

        return [.. answers.OrderBy(answer => answer.At).ThenBy(answer => answer.Employee.Id).Select((answer, index) =>
            new SurveyAnswer(1 + index, SurveyCalendar.Name(answer.Quarter), answer.Employee.Id, answer.Employee.Department, answer.Score, answer.At))];
    }

    private static (string First, string Last, string Email) NewName(Faker names, HashSet<string> taken)
    {
        while (true)
        {
            var (first, last) = (names.Name.FirstName(), names.Name.LastName());
            var email = SalesTeam.EmailOf(first, last);
            if (taken.Add(email))
            {
                return (first, last, email);
            }
        }
    }

    private static DateTimeOffset At(DateOnly day, int hour, int milliseconds) =>
        new DateTimeOffset(day, new TimeOnly(hour, 0), TimeSpan.Zero).AddMilliseconds(milliseconds);
}
