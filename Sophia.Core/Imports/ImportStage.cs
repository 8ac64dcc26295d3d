namespace Sophia.Core.Imports;

/// <summary>A stage that deals of a file are in.</summary>
/// <param name="Label">What the file calls it.</param>
/// <param name="Meaning">What that means.</param>
/// <param name="IsFromName">Whether the meaning was taken from the stage's name alone, because no column says it: to be looked at before it is confirmed.</param>
/// <param name="Deals">How many deals are in it.</param>
public sealed record ImportStage(string Label, StageMeaning Meaning, bool IsFromName, int Deals)
{
    /// <summary>
    /// The chance of winning that deals in each stage are counted with, by its label: 1 and 0 in closed stages, in open ones the
    /// share of the file's closed deals that were won, since files do not tell chances.
    /// </summary>
    public static IReadOnlyDictionary<string, decimal> Chances(IReadOnlyList<ImportStage> stages)
    {
        ArgumentNullException.ThrowIfNull(stages);
        var won = stages.Where(static stage => stage.Meaning is StageMeaning.Won).Sum(static stage => stage.Deals);
        var closed = won + stages.Where(static stage => stage.Meaning is StageMeaning.Lost).Sum(static stage => stage.Deals);
        return stages.ToDictionary(
            static stage => stage.Label,
            stage => stage.Meaning switch
            {
                StageMeaning.Won => 1,
                StageMeaning.Lost => 0,
                StageMeaning.Open => closed == 0 ? 0 : decimal.Round((decimal)won / closed, 4),
            },
            StringComparer.Ordinal);
    }
}
