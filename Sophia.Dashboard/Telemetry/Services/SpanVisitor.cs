using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Services;

/// <summary>Looks at a span's header.</summary>
/// <param name="header">The header.</param>
internal delegate void SpanVisitor(in SpanHeader header);
