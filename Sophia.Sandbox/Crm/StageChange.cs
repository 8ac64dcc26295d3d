using System.Runtime.InteropServices;

namespace Sophia.Sandbox.Crm;

/// <summary>A deal entered a stage.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct StageChange(DealStage Stage, DateTimeOffset At);
