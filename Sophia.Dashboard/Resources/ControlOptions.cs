using System.ComponentModel.DataAnnotations;

namespace Sophia.Dashboard.Resources;

/// <summary>Where resources are read and steered: <c>ControlApi:Address</c> and <c>ControlApi:Token</c>.</summary>
public sealed class ControlOptions
{
    /// <summary>The control API, for example <c>http://127.0.0.1:18889</c>; null where nothing runs the stack for us, as in production.</summary>
    [Url]
    public string? Address { get; set; }

    /// <summary>The bearer token that the control API asks for.</summary>
    public string? Token { get; set; }
}
