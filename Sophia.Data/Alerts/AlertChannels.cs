namespace Sophia.Data.Alerts;

/// <summary>The notification channels of alerts.</summary>
public static class AlertChannels
{
    /// <summary>Alerts are new or different: whoever shows them looks.</summary>
    public const string Changed = "alerts";

    /// <summary>Rules or mutes are different: the worker looks.</summary>
    public const string Work = "alert_work";
}
