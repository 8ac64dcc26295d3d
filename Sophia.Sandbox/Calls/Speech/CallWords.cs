using System.Globalization;
using Sophia.Sandbox.Crm;
using Sophia.Sandbox.Seeding;

namespace Sophia.Sandbox.Calls.Speech;

/// <summary>The words of one call that phrases leave open: who, what, when and how much.</summary>
internal sealed class CallWords
{
    private static readonly string[] s_numbers = ["2", "3", "4", "5", "6", "7", "8", "9"];
    private static readonly string[] s_discounts = ["5", "8", "10", "12", "15", "18", "20"];
    private static readonly string[] s_minutes = ["20", "25", "30", "40", "45"];
    private static readonly string[] s_hours = ["nine", "half past nine", "ten", "eleven", "two", "half past two", "three", "four", "half past four"];

    private readonly SeededRandom _random;
    private readonly DateOnly _day;
    private readonly decimal _amount;
    private readonly int _seats;
    private readonly Dictionary<string, string> _fixed;

    /// <param name="call">The call.</param>
    /// <param name="company">Who is talked to.</param>
    /// <param name="people">Who takes part; the first is ours and hosts, the second is the customer.</param>
    /// <param name="random">The call's draws.</param>
    public CallWords(Call call, Company company, IReadOnlyList<Participant> people, SeededRandom random)
    {
        _random = random;
        _day = DateOnly.FromDateTime(call.StartedAt.UtcDateTime);
        _amount = call.Amount ?? 20_000;
        _seats = Math.Clamp((int)(_amount / random.Between(280, 620)), 5, 5_000);
        var theirs = people.Where(static person => !person.IsOurs).ToArray();
        var book = Phrasebook.Shipped.Phrases;
        _fixed = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["me"] = people[0].FirstName,
            ["colleague"] = people.Where(static person => person.IsOurs).Skip(1).FirstOrDefault()?.FirstName ?? random.Pick(["Priya", "Tom", "Elena", "Marcus", "Jo"]),
            ["they"] = theirs[0].FirstName,
            ["other"] = theirs.Length > 1 ? theirs[1].FirstName : random.Pick(["Sandra", "Mike", "Anneke", "Rajiv", "Carmen", "Oliver", "Mei", "Stefan", "Laura", "Ibrahim"]),
            ["company"] = company.Name,
            ["product"] = $"Aurelia {(call.ProductLine ?? ProductLine.Platform).Name()}",
            ["line"] = (call.ProductLine ?? ProductLine.Platform).Name(),
            ["employees"] = Text(company.Employees),
            ["competitor"] = random.Pick(Competitors.All),
            ["incumbent"] = random.Pick(book["incumbent"]),
            ["system"] = random.Pick(book["system"]),
            ["title"] = random.Pick(book["title"]),
            ["daytime"] = random.Pick(["morning", "afternoon", "day"]),
            ["period"] = random.Pick(["month", "quarter"]),
            ["seats"] = Text(_seats),
            ["amount"] = Money(_amount),
        };
    }

    /// <summary>What a name stands for here, or nothing where it names a phrase.</summary>
    public string? Find(string name) => name switch
    {
        "number" or "number2" => _random.Pick(s_numbers),
        "minutes" => _random.Pick(s_minutes),
        "hour" => _random.Pick(s_hours),
        "hours" => Text(_random.Between(6, 60)),
        "degrees" => Text(_random.Between(3, 33)),
        "discount" => _random.Pick(s_discounts),
        "numbers" or "numbers2" => string.Create(CultureInfo.InvariantCulture, $"{_random.Between(11, 98) / 10.0:0.0} million"),
        "seatsSmall" => Text(Math.Max(3, _seats * _random.Between(2, 7) / 10)),
        "amountSmall" => Money(Math.Round(_amount * _random.Between(3, 14) / 10 / 500) * 500),
        "amountBudget" => Money(Math.Round(_amount * _random.Between(7, 11) / 10 / 500) * 500),
        "weekday" => _random.Pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]),
        "day" => Ordinal(_random.Between(1, 28)),
        "date" => Date(NextWorkingDay(_random.Between(2, 20))),
        "month" => _day.AddMonths(_random.Between(1, 7)).ToString("MMMM", CultureInfo.InvariantCulture),
        "quarter" => $"Q{_random.Between(1, 4)}",
        _ => _fixed.GetValueOrDefault(name),
    };

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private static string Money(decimal amount) => string.Create(CultureInfo.InvariantCulture, $"${Math.Max(500, amount):N0}");

    private static string Date(DateOnly day) => $"{day.ToString("dddd", CultureInfo.InvariantCulture)} the {Ordinal(day.Day)}";

    private static string Ordinal(int day) => day switch
    {
        1 or 21 or 31 => $"{day}st",
        2 or 22 => $"{day}nd",
        3 or 23 => $"{day}rd",
        _ => $"{day}th",
    };

    private DateOnly NextWorkingDay(int days)
    {
        var day = _day.AddDays(days);
        return day.DayOfWeek switch
        {
            DayOfWeek.Saturday => day.AddDays(2),
            DayOfWeek.Sunday => day.AddDays(1),
            _ => day,
        };
    }
}
