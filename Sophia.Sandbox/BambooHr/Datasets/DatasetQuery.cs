using System.Globalization;
using System.Text.RegularExpressions;

namespace Sophia.Sandbox.BambooHr.Datasets;

/// <summary>Filters, sorts and pages the rows of a dataset.</summary>
internal sealed partial class DatasetQuery
{
    private const int LargestPage = 1_000;

    private readonly Dataset _dataset;
    private readonly DatasetRequest _request;
    private readonly (int Column, string Comparison, string Value)? _filter;
    private readonly List<(int Column, bool Descending)> _order = [];

    private DatasetQuery(Dataset dataset, DatasetRequest request, (int Column, string Comparison, string Value)? filter)
    {
        (_dataset, _request, _filter) = (dataset, request, filter);
    }

    /// <summary>The query, or nothing and what is wrong with it.</summary>
    public static DatasetQuery? Make(Dataset dataset, DatasetRequest request, out string error)
    {
        error = "";
        if (request.Fields.Count == 0 || request.Fields.Any(field => !dataset.Fields.Contains(field, StringComparer.Ordinal)))
        {
            error = $"fields must be some of {string.Join(", ", dataset.Fields)}.";
        }
        else if (request.Page < 1 || request.PageSize is < 1 or > LargestPage)
        {
            error = $"page begins at 1, pageSize is between 1 and {LargestPage}.";
        }

        (int, string, string)? filter = null;
        if (!string.IsNullOrEmpty(request.Filter))
        {
            var match = Comparison().Match(request.Filter);
            var column = match.Success ? IndexOf(dataset.Fields, match.Groups["field"].Value) : -1;
            filter = (column, match.Groups["comparison"].Value, match.Groups["value"].Value);
            error = column < 0 ? $"The filter '{request.Filter}' is not understood." : error;
        }

        var query = new DatasetQuery(dataset, request, filter);
        foreach (var rule in (request.OrderBy ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = rule.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (parts.Length > 2 || !request.Fields.Contains(parts[0], StringComparer.Ordinal) || (parts.Length == 2 && parts[1] is not ("asc" or "desc")))
            {
                error = $"'{rule}' does not order by a field that is asked for.";
                break;
            }

            query._order.Add((IndexOf(dataset.Fields, parts[0]), parts is [_, "desc"]));
        }

        return error.Length == 0 ? query : null;
    }

    /// <summary>The page, each row with the values asked for, and how many rows there are.</summary>
    public (IReadOnlyList<(string Field, string Value)[]> Rows, int Total) Run()
    {
        IEnumerable<string[]> rows = _dataset.Read();
        if (_filter is { } filter)
        {
            rows = rows.Where(row => filter.Comparison switch
            {
                "ge" => Compare(row[filter.Column], filter.Value) >= 0,
                "gt" => Compare(row[filter.Column], filter.Value) > 0,
                "le" => Compare(row[filter.Column], filter.Value) <= 0,
                "lt" => Compare(row[filter.Column], filter.Value) < 0,
                "ne" => Compare(row[filter.Column], filter.Value) != 0,
                _ => Compare(row[filter.Column], filter.Value) == 0,
            });
        }

        var sorted = rows.ToList();
        sorted.Sort((one, other) => _order
            .Select(rule => Compare(one[rule.Column], other[rule.Column]) * (rule.Descending ? -1 : 1))
            .FirstOrDefault(order => order != 0));
        return (
            [.. sorted.Skip((_request.Page - 1) * _request.PageSize).Take(_request.PageSize)
                .Select(row => _request.Fields.Select(field => (field, row[IndexOf(_dataset.Fields, field)])).ToArray())],
            sorted.Count);
    }

    /// <summary>Numbers by size, everything else letter by letter, which also orders dates.</summary>
    private static int Compare(string one, string other) =>
        long.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var left)
        && long.TryParse(other, NumberStyles.None, CultureInfo.InvariantCulture, out var right)
            ? left.CompareTo(right)
            : string.CompareOrdinal(one, other);

    private static int IndexOf(IReadOnlyList<string> fields, string name)
    {
        for (var index = 0; index < fields.Count; index++)
        {
            if (string.Equals(fields[index], name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return -1;
    }

    [GeneratedRegex(@"^\s*(?<field>\w+)\s+(?<comparison>eq|ne|lt|le|gt|ge)\s+'?(?<value>[^']*)'?\s*$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Comparison();
}
