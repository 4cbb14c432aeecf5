using System.Text;

namespace Dla.Etl.Findings;

/// <summary>The findings catalogue as a table for people; the README carries it.</summary>
public static class CatalogueTable
{
    /// <summary>A Markdown table with a line for each kind, in order of ids, ended by a line feed.</summary>
    public static string Markdown()
    {
        var table = new StringBuilder("| รหัส | ระดับ | เรื่อง | ข้อความ | สิ่งที่ต้องทำ |\n|---|---|---|---|---|\n");
        foreach (var kind in FindingCatalogue.All)
            table.Append("| ").AppendJoin(" | ", kind.Id, kind.Severity.Code(), kind.Title, kind.Message, kind.WhatToDo).Append(" |\n");
        return table.ToString();
    }
}
