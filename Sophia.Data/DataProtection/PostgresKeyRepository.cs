using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Npgsql;

namespace Sophia.Data.DataProtection;

/// <summary>Keeps the framework's data protection keys in Postgres, so that every replica has the same and a restart forgets none.</summary>
/// <param name="database">The database; who can read it can read what these keys protect.</param>
internal sealed class PostgresKeyRepository(NpgsqlDataSource database) : IXmlRepository
{
    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        List<XElement> elements = [];
        using var command = database.CreateCommand("SELECT xml FROM data_protection_key ORDER BY created_at, name");
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            elements.Add(XElement.Parse(rows.GetString(0)));
        }

        return elements;
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var command = database.CreateCommand("INSERT INTO data_protection_key (name, xml) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING");
        command.Parameters.Add(new() { Value = friendlyName });
        command.Parameters.Add(new() { Value = element.ToString(SaveOptions.DisableFormatting) });
        command.ExecuteNonQuery();
    }
}
