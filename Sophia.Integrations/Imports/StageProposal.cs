using Sophia.Core.Imports;

namespace Sophia.Integrations.Imports;

/// <summary>Finds the stages of deals and what they mean: by the file's own columns where it has them, else by the stage's name, and then says so.</summary>
public sealed class StageProposal
{
    // A sales process has a dozen stages; a column with hundreds of values is none of stages.
    private const int MostStages = 200;

    private static readonly string[] s_won = ["won", "gewonnen", "closedwon"];
    private static readonly string[] s_lost = ["lost", "verloren", "closedlost", "abgelehnt"];

    private readonly Dictionary<string, (int Won, int Closed, int Told, int All)> _stages = new(StringComparer.Ordinal);

    /// <summary>Takes a record's values in.</summary>
    /// <returns>Whether there are still few enough stages.</returns>
    public bool Add(IReadOnlyDictionary<string, string?> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.GetValueOrDefault("stage") is not { } label)
        {
            return true;
        }

        var isWon = values.GetValueOrDefault("isWon");
        var isClosed = values.GetValueOrDefault("isClosed");
        var (won, closed, told, all) = _stages.GetValueOrDefault(label);
        _stages[label] = (
            won + (isWon == "true" ? 1 : 0), closed + (isClosed == "true" || isWon == "true" ? 1 : 0), told + (isWon is null && isClosed is null ? 0 : 1), all + 1);
        return _stages.Count <= MostStages;
    }

    /// <summary>The stages in the order in which the file first names them.</summary>
    /// <param name="given">What people said stages mean.</param>
    public IReadOnlyList<ImportStage> ToStages(IReadOnlyDictionary<string, StageMeaning>? given) =>
    [
        .. _stages.Select(stage => given is not null && given.TryGetValue(stage.Key, out var meaning)
            ? new ImportStage(stage.Key, meaning, IsFromName: false, stage.Value.All)
            : Propose(stage.Key, stage.Value)),
    ];

    private static ImportStage Propose(string label, (int Won, int Closed, int Told, int All) counted)
    {
        if (counted.Told * 2 > counted.All)
        {
            var told = counted.Won * 2 > counted.Told ? StageMeaning.Won : counted.Closed * 2 > counted.Told ? StageMeaning.Lost : StageMeaning.Open;
            return new(label, told, IsFromName: false, counted.All);
        }

        var meaning = Names(label, s_won) ? StageMeaning.Won : Names(label, s_lost) ? StageMeaning.Lost : StageMeaning.Open;
        return new(label, meaning, IsFromName: true, counted.All);
    }

    private static bool Names(string label, string[] words) => Array.Exists(words, word => label.Contains(word, StringComparison.OrdinalIgnoreCase));
}
