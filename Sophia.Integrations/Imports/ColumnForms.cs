using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>Finds out by all cells of a column how its numbers and dates are written.</summary>
internal sealed class ColumnForms
{
    // A form that hardly fits the first cells will not come to fit; leaving it saves most of the work.
    private const int CellsToJudge = 200;
    private const double LeastShare = 0.5;
    private const int MostSamples = 3;

    private readonly List<(string Form, int Fits)> _dates = [.. ImportDates.Forms.Select(static form => (form, 0))];
    private readonly List<string> _samples = [];
    private int _cells;
    private int _point;
    private int _comma;

    public void Add(string cell)
    {
        if (cell.Length == 0)
        {
            return;
        }

        if (_samples.Count < MostSamples)
        {
            _samples.Add(cell);
        }

        _cells++;
        _point += CellText.Number(cell, ".") is null ? 0 : 1;
        _comma += CellText.Number(cell, ",") is null ? 0 : 1;
        for (var index = 0; index < _dates.Count; index++)
        {
            _dates[index] = CellText.Date(cell, _dates[index].Form) is null ? _dates[index] : (_dates[index].Form, _dates[index].Fits + 1);
        }

        if (_cells == CellsToJudge)
        {
            _dates.RemoveAll(static date => date.Fits < CellsToJudge * LeastShare);
        }
    }

    /// <param name="name">The column's header.</param>
    /// <param name="field">What it is read as.</param>
    /// <param name="separator">The file's separator: where numbers leave a choice, semicolons speak for a decimal comma.</param>
    public ImportColumn ToColumn(string name, string? field, char separator)
    {
        var date = _dates.OrderByDescending(static date => date.Fits).FirstOrDefault();
        var isDate = date.Fits > LeastShare * _cells && _cells > 0;
        var others = _dates.Count(other => other.Fits == date.Fits);
        var isNumber = Math.Max(_point, _comma) > LeastShare * _cells && _cells > 0;
        var comma = _comma > _point || (_comma == _point && separator == ';');
        return new(
            name,
            field,
            new(isNumber ? comma ? "," : "." : null, isDate ? date.Form : null, (!isDate || others == 1) && (!isNumber || _comma != _point || !HasMarks())),
            _samples);
    }

    // 1234 is the same in both forms, 1.234 is not.
    private bool HasMarks() => _samples.Exists(static cell => cell.AsSpan().ContainsAny('.', ','));
}
