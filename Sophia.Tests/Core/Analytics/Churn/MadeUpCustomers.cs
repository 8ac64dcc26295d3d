using System.Globalization;
using Sophia.Core.Analytics.Churn;
using Sophia.Core.Analytics.Churn.Features;

namespace Sophia.Tests.Core.Analytics.Churn;

/// <summary>Customers who leave when their contract is young and monthly, with columns of every kind.</summary>
internal static class MadeUpCustomers
{
    public static readonly string[] Columns = ["key", "plan", "seats", "since", "country", "constant", "left"];
    public static readonly DateOnly AsOf = new(2026, 6, 30);
    private static readonly string[] s_countries = ["DE", "FR", "US"];

    public static (CustomerTable Table, bool[] Left) Make(int rows, int seed)
    {
        var random = new Random(seed);
        var cells = new string?[rows][];
        var left = new bool[rows];
        for (var row = 0; row < rows; row++)
        {
            var monthly = random.Next(2) == 0;
            var days = random.Next(1, 1500);
            left[row] = random.NextDouble() < (monthly ? 0.5 : 0.1) * (days < 400 ? 1.5 : 0.5);
            cells[row] =
            [
                $"customer {row}", monthly ? "monthly" : "yearly", random.Next(10) == 0 ? null : random.Next(1, 200).ToString(CultureInfo.InvariantCulture),
                AsOf.AddDays(-days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s_countries[random.Next(3)], "same", left[row] ? "yes" : "no",
            ];
        }

        return (new(Columns, cells, AsOf), left);
    }

    public static ChurnTraining Train(CustomerTable table, bool[] left) =>
        ChurnTrainer.Train(table, left, new HashSet<string>(["left"], StringComparer.Ordinal), new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero), seed: 1);

    public static ChurnModel Trained(int rows, int seed)
    {
        var (table, left) = Make(rows, seed);
        return Assert.IsType<ChurnTraining.Trained>(Train(table, left)).Model;
    }
}
