namespace Sophia.Web.Dashboard;

/// <summary>The executives' page.</summary>
public sealed partial class DashboardPage
{
    /// <inheritdoc />
    private protected override Board Board => OverviewBoard.Board;
}
