namespace Sophia.Sandbox.Staff;

/// <summary>A department: its name, who leads it, what is done in it, and how content people are.</summary>
/// <param name="Name">As it travels.</param>
/// <param name="HeadTitle">The job title of who leads it.</param>
/// <param name="YearlyAttrition">The share of its people who leave in an ordinary year, 0 to 1.</param>
/// <param name="Satisfaction">The mean answer in an ordinary survey, 0 to 10.</param>
/// <param name="Roles">What is done in it.</param>
internal sealed record DepartmentProfile(
    string Name, string HeadTitle, double YearlyAttrition, double Satisfaction, IReadOnlyList<Role> Roles)
{
    /// <summary>The role whose people are the owners of the CRM's deals.</summary>
    public const string RepresentativeTitle = "Account Executive";

    private static readonly DepartmentProfile s_sales = new("Sales", "Chief Revenue Officer", 0.20, 7.1,
    [
        new(RepresentativeTitle, "Regional Sales Manager", 0),
        new("Sales Development Representative", "Sales Development Manager", 22),
        new("Solutions Engineer", "Solutions Engineering Manager", 11),
    ]);

    private static readonly DepartmentProfile s_engineering = new("Engineering", "Chief Technology Officer", 0.12, 7.5,
    [
        new("Software Engineer", "Engineering Manager", 76),
        new("Quality Engineer", "Quality Engineering Manager", 14),
        new("Site Reliability Engineer", "Reliability Manager", 12),
        new("Data Engineer", "Data Engineering Manager", 8),
    ]);

    private static readonly DepartmentProfile s_customerSuccess = new("Customer Success", "Chief Customer Officer", 0.15, 7.4,
    [
        new("Customer Success Manager", "Customer Success Lead", 30),
        new("Support Engineer", "Support Manager", 24),
    ]);

    private static readonly DepartmentProfile s_product = new("Product", "Chief Product Officer", 0.10, 7.7,
    [
        new("Product Manager", "Group Product Manager", 14),
        new("Product Designer", "Design Manager", 11),
    ]);

    private static readonly DepartmentProfile s_marketing = new("Marketing", "Chief Marketing Officer", 0.15, 7.3,
    [
        new("Marketing Specialist", "Marketing Manager", 14),
        new("Content Writer", "Content Lead", 7),
        new("Events Coordinator", "Events Lead", 5),
    ]);

    private static readonly DepartmentProfile s_operations = new("Operations", "Chief Operating Officer", 0.11, 7.0,
    [
        new("Operations Analyst", "Operations Manager", 12),
        new("IT Specialist", "IT Manager", 14),
    ]);

    private static readonly DepartmentProfile s_finance = new("Finance", "Chief Financial Officer", 0.09, 7.2,
    [
        new("Accountant", "Accounting Manager", 12),
        new("Financial Analyst", "Planning Manager", 7),
    ]);

    private static readonly DepartmentProfile s_people = new("People", "Chief People Officer", 0.13, 7.8,
    [
        new("Recruiter", "Recruiting Manager", 8),
        new("People Partner", "People Partnering Lead", 8),
    ]);

    public static DepartmentProfile Of(Department department) => department switch
    {
        Department.Sales => s_sales,
        Department.Engineering => s_engineering,
        Department.CustomerSuccess => s_customerSuccess,
        Department.Product => s_product,
        Department.Marketing => s_marketing,
        Department.Operations => s_operations,
        Department.Finance => s_finance,
        Department.People => s_people,
    };
}
