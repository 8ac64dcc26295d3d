namespace Sophia.Integrations.BambooHr;

/// <summary>The names under which BambooHR's objects stand in the event log.</summary>
internal static class BambooHrKinds
{
    public const string Connection = "bamboohr";
    public const string Prefix = "bamboohr.";
    public const string Employee = "bamboohr.employee";
    public const string SurveyAnswer = "bamboohr.surveyanswer";
    public const string Notification = "bamboohr.notification";
}
