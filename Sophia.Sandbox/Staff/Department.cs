namespace Sophia.Sandbox.Staff;

/// <summary>The departments of the company.</summary>
internal enum Department
{
    Sales,
    Engineering,
    CustomerSuccess,
    Product,
    Marketing,
    Operations,
    Finance,
    People,
}
