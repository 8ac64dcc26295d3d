using Sophia.Sandbox.Crm;

namespace Sophia.Sandbox.Staff;

/// <summary>A place in the organisation chart, which one person after another fills.</summary>
/// <param name="Department">The department it is in.</param>
/// <param name="JobTitle">What is done there.</param>
/// <param name="Level">Where it stands.</param>
/// <param name="Site">Where it is.</param>
/// <param name="Above">The place of who leads it, by its index in the chart; none leads the chief.</param>
/// <param name="Representative">The sales representative who holds it for good.</param>
internal sealed record Place(Department Department, string JobTitle, Level Level, Site Site, int? Above, Owner? Representative = null);
