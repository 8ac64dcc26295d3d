using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Mvc;

namespace Sophia.Sandbox.Control;

/// <summary>JSON of the control endpoints.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(WinRequest))]
[JsonSerializable(typeof(MoveRequest))]
[JsonSerializable(typeof(CreateDealRequest))]
[JsonSerializable(typeof(FaultRequest))]
[JsonSerializable(typeof(HireRequest))]
[JsonSerializable(typeof(AnswerRequest))]
[JsonSerializable(typeof(IReadOnlyList<EmployeeSummary>))]
[JsonSerializable(typeof(StaffTotals))]
[JsonSerializable(typeof(HoldCallRequest))]
[JsonSerializable(typeof(CallSummary))]
[JsonSerializable(typeof(CallTotals))]
[JsonSerializable(typeof(DealSummary))]
[JsonSerializable(typeof(Totals))]
[JsonSerializable(typeof(CompanySummary))]
[JsonSerializable(typeof(ProblemDetails))]
internal sealed partial class ControlJsonContext : JsonSerializerContext;
