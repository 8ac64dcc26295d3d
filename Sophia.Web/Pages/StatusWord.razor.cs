namespace Sophia.Web.Pages;

/// <summary>A state in a word or two.</summary>
public sealed partial class StatusWord
{
    private static string ClassOf(StatusLevel level) => level switch
    {
        StatusLevel.Good => "status-good",
        StatusLevel.Warning => "status-warning",
        StatusLevel.Bad => "status-bad",
        StatusLevel.Neutral => "status-neutral",
    };
}
