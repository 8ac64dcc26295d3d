namespace Sophia.Sandbox.Staff;

/// <summary>What may happen next among the people.</summary>
internal enum StaffHappening
{
    SurveyAnswered,
    Retitled,
    Moved,
    Hired,
    Left,
}
