namespace Sophia.Core.Imports;

/// <summary>What the columns of each kind of file can be read as. The labels are those of HubSpot's, Gong's and BambooHR's exports and their German forms.</summary>
public static class ImportFields
{
    private static readonly ImportField[] s_deals =
    [
        Text("id", "Identifier", "record id", "deal id", "id", "opportunity id", "datensatz-id"),
        Text("name", "Name", required: true, "deal name", "name", "opportunity name", "deal", "deal-name"),
        Text("stage", "Stage", required: true, "deal stage", "stage", "phase", "deal-phase", "status"),
        new("amount", "Amount", false, ImportValueKind.Number, ["amount", "deal amount", "value", "amount in company currency", "betrag", "wert"]),
        new("createdAt", "Opened", true, ImportValueKind.Date, ["create date", "created", "created date", "created at", "erstellungsdatum", "erstellt"]),
        new("closedAt", "Closed, or expected to close", false, ImportValueKind.Date, ["close date", "closed date", "closed", "expected close date", "abschlussdatum"]),
        new("isWon", "Whether it is won", false, ImportValueKind.YesNo, ["is closed won", "is won", "won", "gewonnen"]),
        new("isClosed", "Whether it is closed", false, ImportValueKind.YesNo, ["is deal closed?", "is closed", "is closed (numeric)", "geschlossen"]),
        Text("company", "Company", "associated company", "company name", "company", "account name", "account", "primary associated company", "unternehmen", "firma"),
        Text("region", "Region", "region", "sales region", "territory", "gebiet"),
        Text("segment", "Segment", "segment", "market segment", "company size"),
        Text("productLine", "Product line", "product line", "product", "produktlinie", "produkt"),
        Text("owner", "Seller", "deal owner", "owner", "sales rep", "zuständiger mitarbeiter", "verkäufer"),
    ];

    private static readonly ImportField[] s_calls =
    [
        Text("id", "Identifier", "call id", "id", "anruf-id"),
        Text("title", "Title", "title", "call title", "subject", "titel", "betreff"),
        new("startedAt", "Started", true, ImportValueKind.Date, ["started", "start time", "call time", "date", "call date", "started at", "beginn", "datum"]),
        new("duration", "Length", true, ImportValueKind.Duration, ["duration", "call duration", "duration (sec)", "duration (seconds)", "length", "dauer"]),
        Text("direction", "Direction (inbound, outbound or conference)", "direction", "call direction", "richtung"),
        new("isInternal", "Whether only colleagues took part", false, ImportValueKind.YesNo, ["internal", "is internal", "intern"]),
        Text("owner", "Host", "host", "owner", "primary user", "recorded by", "gastgeber"),
        Text("company", "Company", "account", "account name", "company", "unternehmen"),
    ];

    private static readonly ImportField[] s_employees =
    [
        Text("id", "Identifier", "employee #", "employee number", "employee id", "id", "personalnummer"),
        Text("name", "Name", "name", "employee name", "full name", "display name", "mitarbeiter"),
        Text("firstName", "First name", "first name", "vorname"),
        Text("lastName", "Last name", "last name", "nachname", "familienname"),
        Text("email", "E-mail address", "work email", "email", "e-mail", "work e-mail"),
        Text("department", "Department", "department", "abteilung"),
        Text("region", "Region or site", "location", "region", "site", "office", "standort"),
        Text("jobTitle", "Job title", "job title", "title", "position", "stelle"),
        new("hiredOn", "First day", true, ImportValueKind.Date, ["hire date", "start date", "hired", "eintrittsdatum", "eintritt"]),
        new("leftOn", "First day no longer here", false, ImportValueKind.Date, ["termination date", "end date", "left", "austrittsdatum", "austritt"]),
    ];

    /// <summary>The fields of a kind of file.</summary>
    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Deals => s_deals,
        ImportKind.Calls => s_calls,
        ImportKind.Employees => s_employees,
    };

    private static ImportField Text(string key, string name, params string[] labels) => Text(key, name, required: false, labels);

    private static ImportField Text(string key, string name, bool required, params string[] labels) => new(key, name, required, ImportValueKind.Text, labels);
}
