namespace Sophia.Sandbox.Crm;

/// <summary>How large a company is.</summary>
internal enum Segment
{
    Enterprise,
    MidMarket,
    Smb,
}
