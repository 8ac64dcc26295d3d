using System.Text.Json.Serialization;
using Sophia.Core.Dashboard;

namespace Sophia.Core.Imports;

/// <summary>How far an import is.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ImportState>))]
public enum ImportState
{
    /// <summary>Read and shown; nothing is written to the business yet.</summary>
    Preview,

    /// <summary>Being written.</summary>
    Importing,

    /// <summary>Written.</summary>
    Imported,

    /// <summary>Being taken back.</summary>
    Undoing,

    /// <summary>Taken back.</summary>
    Undone,
}
