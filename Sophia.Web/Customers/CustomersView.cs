using Sophia.Core.Predictions;

namespace Sophia.Web.Customers;

/// <summary>What the page of customers shows.</summary>
/// <param name="Customers">The customers, those doing worst first.</param>
/// <param name="HasMore">Whether there are more of them.</param>
/// <param name="Regions">The regions that can be kept to.</param>
public sealed record CustomersView(IReadOnlyList<CustomerOutlook> Customers, bool HasMore, IReadOnlyList<string> Regions);
