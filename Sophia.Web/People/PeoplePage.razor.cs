using Sophia.Web.Dashboard;

namespace Sophia.Web.People;

/// <summary>The people of the company in figures, as a whole and by department.</summary>
public sealed partial class PeoplePage
{
    /// <inheritdoc />
    private protected override Board Board => PeopleBoard.Board;
}
