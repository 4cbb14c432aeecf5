using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Findings;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Distribution;

/// <summary>A field that two versions do not agree on, in words. The names of the properties are stable.</summary>
/// <param name="Group">Code of the group.</param>
/// <param name="ItemCode">Code of the item, or the key of an open row.</param>
/// <param name="Field">Code of the field.</param>
/// <param name="Item">What it is about in Thai, with its field.</param>
/// <param name="Kind"><c>changed</c>, <c>added</c>, <c>removed</c>, or <c>kept</c>: not in the new file, which is silent about the local authority, and counted from another version all the same.</param>
/// <param name="Before">The old value with its unit of measure, or what stood instead of one; null when the row is new.</param>
/// <param name="After">The new value likewise; null when the row is not there.</param>
/// <param name="Sentence">The change in one Thai sentence.</param>
/// <param name="CellBefore">Sheet and cell in the old file, or null.</param>
/// <param name="CellAfter">Sheet and cell in the new file, or null.</param>
/// <param name="Places">Both cells in Thai.</param>
public sealed record DescribedChange(
    string Group, string ItemCode, string Field, string Item, string Kind, string? Before, string? After, string Sentence,
    string? CellBefore, string? CellAfter, string Places);

/// <summary>Tells the differences of two versions of a form in plain Thai.</summary>
/// <param name="form">Gives the labels; what it does not know is called by its code.</param>
/// <param name="units">Gives the units by name, local authorities among them; without it they are called by their codes.</param>
public sealed class DifferenceText(FormDefinition form, Func<UnitCode, Unit>? units = null)
{
    private readonly Func<UnitCode, Unit> _units = units ?? (code => Units.Get(code));

    /// <summary>One change.</summary>
    public DescribedChange Of(FactChange change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var either = change.Either;
        var (before, after) = (Value(change.Before), Value(change.After));
        var (cellBefore, cellAfter) = (Place(change.Before), Place(change.After));
        return new DescribedChange(
            either.GroupCode, either.ItemCode, either.FieldCode, Named(change),
            (change.Before, change.After) switch { (null, _) => "added", (_, null) => change.Counted is null ? "removed" : "kept", _ => "changed" },
            before, after, Sentence(change, before, after), cellBefore, cellAfter,
            $"ฉบับก่อน: {cellBefore ?? "ไม่มีเซลล์นี้"}  ฉบับหลัง: {cellAfter ?? "ไม่มีเซลล์นี้"}");
    }

    private string Sentence(FactChange change, string? before, string? after) => (change.Before, change.After) switch
    {
        (null, _) => $"เพิ่มใหม่: {after}",
        (_, null) => change.Counted is { } counted
            ? string.Create(CultureInfo.InvariantCulture, $"ไม่มีในไฟล์นี้ แต่แถวนี้ยังนับจากฉบับที่ {counted.Version} ของ{_units(counted.Unit).Called} (ฉบับก่อนระบุ {before})")
            : $"ตัดออก: {before}",
        ({ } old, { } now) => $"{before} → {after}{Growth(old, now)}",
    };

    // Only amounts of one unit of measure are subtracted: quantities of different units have no difference.
    private static string Growth(VersionFact before, VersionFact after)
    {
        if (before.Type != after.Type || before.UnitOfMeasure != after.UnitOfMeasure || before.Type is FieldType.Text or FieldType.Date
            || before.Amount is not { } old || after.Amount is not { } now || old == now)
            return "";
        var size = Amount(after.Type, now > old ? checked(now - old) : checked(old - now));
        return now > old ? $"  (เพิ่มขึ้น {size})" : $"  (ลดลง {size})";
    }

    private string? Value(VersionFact? fact) => fact switch
    {
        null => null,
        { State: FieldState.Missing } => "ไม่ได้กรอก",
        { State: FieldState.NoColumn } => "ไม่มีคอลัมน์นี้ในไฟล์",
        { State: FieldState.Unreadable } => $"อ่านค่าไม่ได้ (“{Printable.Slot(fact.Raw ?? "")}”)",
        { State: FieldState.StatedZero } => $"0{Unit(fact)} (ระบุว่าไม่มี)",
        { Type: FieldType.Text } => $"“{Printable.Slot(LabelOf(fact) ?? fact.Text ?? "")}”",
        _ => Amount(fact.Type, fact.Amount!.Value) + Unit(fact),
    };

    // A code is told by the word that the form prints.
    private string? LabelOf(VersionFact fact) => form.Groups.FirstOrDefault(group => group.Code == fact.GroupCode)?
        .Fields.FirstOrDefault(field => field.Code == fact.FieldCode)?.Codes?.All.FirstOrDefault(code => code.Code == fact.Text)?.Label;

    private static string Unit(VersionFact fact) => fact.UnitOfMeasure is { Length: > 0 } unit ? " " + unit : "";

    private static string Amount(FieldType type, long amount) => type switch
    {
        FieldType.Baht => $"{new Baht(amount)} บาท",
        FieldType.Ratio => $"ร้อยละ {new Quantity(amount).ToDecimal().ToString("#,##0.####", CultureInfo.InvariantCulture)}",
        FieldType.Date => ThaiDates.Long(DateOnly.FromDayNumber((int)amount)),
        _ => new Quantity(amount).ToDecimal().ToString("#,##0.####", CultureInfo.InvariantCulture),
    };

    // A csv has no sheet.
    private static string? Place(VersionFact? fact) => fact?.Cell is not { } cell ? null
        : fact.Sheet is { Length: > 0 } sheet ? $"แผ่นงาน “{Printable.Slot(sheet)}” เซลล์ {cell}" : $"เซลล์ {cell}";

    // The lines of one cost centre are told apart by what the form has lists for.
    private string Beside(FactChange change)
    {
        var words = change.Row.Where(fact => fact.FieldCode != change.Either.FieldCode)
            .Select(LabelOf).OfType<string>().ToList();
        return words.Count == 0 ? "" : $" ({string.Join(", ", words)})";
    }

    // The key of an open row, part by part: authority, item, project.
    private string Row(GroupDefinition? group, string key) => group is not null && key.Split('|') is var parts && parts.Length == group.Key.Count
        ? string.Join(" ", parts.Zip(group.Key, (part, code) => Printable.Slot(Part(group, group.Fields[group.IndexOf(code)], part))))
        : Printable.Slot(key);

    private string Part(GroupDefinition group, FieldDefinition field, string part) => part == NothingDefinition.Code && group.Nothing?.Field == field.Code
        ? group.Nothing.Texts[0]
        : field.Type == FieldType.Authority && UnitCode.Parse(part) is { Succeeded: true, Value: var unit }
            ? _units(unit).Authority?.Described ?? part
            : field.Codes?.All.FirstOrDefault(code => string.Equals(code.Code, part, StringComparison.OrdinalIgnoreCase))?.Label ?? part;

    private string Named(FactChange change)
    {
        var fact = change.Either;
        var group = form.Groups.FirstOrDefault(one => one.Code == fact.GroupCode);
        var item = group?.Items.FirstOrDefault(one => one.Code == fact.ItemCode);
        var field = group?.Fields.FirstOrDefault(one => one.Code == fact.FieldCode);
        var row = item is null
            ? Row(group, fact.ItemCode)
            : string.Create(CultureInfo.InvariantCulture, $"{item.Number}. {item.Label}");
        return $"{group?.Label ?? fact.GroupCode} {row}{Beside(change)} – {field?.Label ?? fact.FieldCode}";
    }
}
