using System.Data.Common;
using System.Globalization;
using System.Text.Json.Serialization;
using Dapper;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Normalising;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Tracing;

/// <summary>A field of a return with the cell of the received file in which it stands.</summary>
public sealed record SourceFact
{
    internal const string Standing =
        """
        v.form = @form AND v.fiscal_year = @year AND v.sequence <= @sequence AND v.version = (
          SELECT max(n.version) FROM return_version n
          WHERE n.form = v.form AND n.fiscal_year = v.fiscal_year AND n.unit = v.unit AND n.sequence <= @sequence)
        """;

    /// <summary>The version of the return.</summary>
    public string VersionId { get; init; } = "";

    /// <summary>Place among the facts of the version, from 0.</summary>
    public int Position { get; init; }

    /// <summary>The row of the return, from 0.</summary>
    public int RowPosition { get; init; }

    /// <summary>Group of the form.</summary>
    public string GroupCode { get; init; } = "";

    /// <summary>Item, or the key of an open row.</summary>
    public string ItemCode { get; init; } = "";

    /// <summary>Field of the group.</summary>
    public string FieldCode { get; init; } = "";

    /// <summary><c>figure</c>, <c>unit_of_measure</c>, <c>ratio</c> or <c>text</c>.</summary>
    public string Role { get; init; } = "";

    /// <summary><c>quantity</c>, <c>baht</c> …</summary>
    public string Type { get; init; } = "";

    /// <summary><c>value</c>, <c>stated_zero</c>, <c>missing</c> …</summary>
    public string State { get; init; } = "";

    /// <summary>In the scale of the type; null without a value.</summary>
    public long? Amount { get; init; }

    /// <summary>Unit of measure of a figure.</summary>
    public string? UnitOfMeasure { get; init; }

    /// <summary>Clean text.</summary>
    public string? Text { get; init; }

    /// <summary>Sheet of the file; null for a csv.</summary>
    public string? Sheet { get; init; }

    /// <summary>Excel address; null when the field has no cell.</summary>
    public string? Cell { get; init; }

    /// <summary>As the sender wrote it.</summary>
    public string? Raw { get; init; }

    /// <summary>Id of the form.</summary>
    public string Form { get; init; } = "";

    /// <summary>Fiscal year of the return, Buddhist era.</summary>
    public int FiscalYear { get; init; }

    /// <summary>The unit that filed it.</summary>
    public string Unit { get; init; } = "";

    /// <summary>Number of the version.</summary>
    public int Version { get; init; }

    /// <summary>The version gone back to; null for one that came as a file.</summary>
    public int? RevertsVersion { get; init; }

    /// <summary>The commit of the version.</summary>
    public long Sequence { get; init; }

    /// <summary>Id of the received file.</summary>
    public string FileId { get; init; } = "";

    /// <summary>Name of the file as delivered.</summary>
    public string FileName { get; init; } = "";

    /// <summary>Receipt number.</summary>
    public long Receipt { get; init; }

    /// <summary>SHA-256 of the file.</summary>
    public string Sha256 { get; init; } = "";

    /// <summary>When it was received, as stored.</summary>
    public string ReceivedAt { get; init; } = "";

    /// <summary>When the original was removed on purpose, as stored; null while it is kept.</summary>
    public string? RemovedAt { get; init; }

    /// <summary>True for a figure that was stated, zero included.</summary>
    [JsonIgnore]
    public bool IsStated => State is "value" or "stated_zero";

    /// <summary>The value in satang for money and in units of measure for quantities; 0 when nothing is stated.</summary>
    [JsonIgnore]
    public Rational Value => Type == "baht" ? Amount ?? 0 : Rational.Of(Amount ?? 0, Quantity.Scale);

    /// <summary>Where it stands, for people: file, receipt, version, sheet, cell and what is written there.</summary>
    public string Where()
    {
        var place = Cell is { } cell && CellAddress.Parse(cell) is { Succeeded: true, Value: var address } ? new Place(Sheet, address).ToString() : "ไม่มีช่องของค่านี้ในไฟล์";
        var version = RevertsVersion is { } to ? $"ฉบับที่ {Version} ซึ่งกลับไปใช้ข้อมูลของฉบับที่ {to}" : $"ฉบับที่ {Version}";
        return string.Create(CultureInfo.InvariantCulture,
            $"จากไฟล์ “{Printable.Slot(FileName)}” {place} {Written} เลขรับที่ {ReceivedFile.ReceiptText(Receipt)} {version} รับเมื่อ {Day(ReceivedAt)}{(RemovedAt is { } removed ? $" (ต้นฉบับถูกลบจากคลังไฟล์เมื่อ {Day(removed)})" : "")}");
    }

    private static string Day(string instant) => ThaiDates.Long(ThaiDates.DayInBangkok(Instants.Parse(instant)));

    private string Written => Raw is { Length: > 0 } raw ? $"เขียนว่า “{Printable.Slot(raw)}”" : "เว้นว่าง";

    /// <summary>The figures of an item in the versions that stood as of a sequence; those that were not stated too.</summary>
    internal static IReadOnlyList<SourceFact> Of(DbConnection connection, ReportedFigures figures, long sequence) => Asked(
        connection,
        $"""
        {Standing}
          AND f.group_code = @Group AND f.item_code = @Item AND f.field_code = @Field AND f.role = 'figure'
          AND (@Unit IS NULL OR v.unit = @Unit)
        """,
        new { form = figures.Form, year = figures.Period.Number, sequence, figures.Group, figures.Item, figures.Field, figures.Unit });

    /// <summary>The fields of one row of a return.</summary>
    internal static IReadOnlyList<SourceFact> OfRow(DbConnection connection, string versionId, int row) =>
        Asked(connection, "f.version_id = @versionId AND f.row_position = @row", new { versionId, row });

    /// <summary>The fields of a version.</summary>
    internal static IReadOnlyList<SourceFact> OfVersion(DbConnection connection, string versionId) => Asked(connection, "f.version_id = @versionId", new { versionId });

    /// <summary>Every fact of the versions that were loaded from a file.</summary>
    internal static IReadOnlyList<SourceFact> OfFile(DbConnection connection, string fileId) => Asked(connection, "r.id = @fileId", new { fileId });

    /// <summary>The amounts, accounts and notes of the lines that a calculation took in.</summary>
    internal static IReadOnlyList<SourceFact> OfCalculation(DbConnection connection, long number) => Asked(
        connection,
        """
        f.version_id IN (SELECT version_id FROM calculation_input WHERE calculation = @number)
          AND (f.role = 'figure' OR f.field_code IN ('account', 'note', 'reason'))
        """,
        new { number });

    private static List<SourceFact> Asked(DbConnection connection, string where, object parameters) =>
        connection.Query<SourceFact>($"{SqlText.Beside(typeof(SourceFact), "source-facts")} WHERE {where} ORDER BY v.unit, v.version, f.position", parameters).AsList();
}
