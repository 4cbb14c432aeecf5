using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Who files a form.</summary>
public enum FilingUnit
{
    /// <summary>A provincial office (สถจ.), by province code.</summary>
    Province,

    /// <summary>The department itself (ส่วนกลาง), once a year for all its offices and divisions.</summary>
    Department,
}

/// <summary>A form of one fiscal year, as <c>templates/forms/&lt;id&gt;/form.&lt;year&gt;.yaml</c> gives it.</summary>
public sealed record FormDefinition
{
    /// <summary>Id of the form and name of its folder, for example <c>unit-cost-quantity</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The fiscal year of the figures.</summary>
    public required FiscalYear Year { get; init; }

    /// <summary>The title as printed on the form.</summary>
    public required string Title { get; init; }

    /// <summary>A short Thai name for answers and reports.</summary>
    public required string ShortName { get; init; }

    /// <summary>The document that prescribes it.</summary>
    public required string Source { get; init; }

    /// <summary>Who files it.</summary>
    public required FilingUnit FiledBy { get; init; }

    /// <summary>Last day, in Bangkok, on which a return is on time.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>How a file is known to be this form.</summary>
    public required RecognitionMarks Recognise { get; init; }

    /// <summary>Column groups in the order of the printed form.</summary>
    public required IReadOnlyList<GroupDefinition> Groups { get; init; }

    /// <summary>Checks in order; reading this list is reading the policy.</summary>
    public required IReadOnlyList<CheckDefinition> Checks { get; init; }

    /// <summary>Codes of the tolerances that this form allows.</summary>
    public required IReadOnlySet<string> Tolerate { get; init; }

    /// <summary>The YAML file it was read from.</summary>
    public required string Path { get; init; }

    /// <summary>SHA-256 of <see cref="Content"/>, which runs record.</summary>
    public required ContentHash Hash { get; init; }

    /// <summary>The bytes that the hash covers: those of the file; for a form that is <c>same_as</c> another year, those of that year's file and then its own.</summary>
    public ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>What does not add up or is not known in the official form itself, in Thai, found once at load: warnings about the form, not about a return.</summary>
    public IReadOnlyList<string> Remarks => FormRemarks.Of(this);

    /// <summary>The group with this code.</summary>
    /// <exception cref="KeyNotFoundException">The form has none; names those it has.</exception>
    public GroupDefinition Group(string code) => Groups.FirstOrDefault(group => group.Code == code)
        ?? throw new KeyNotFoundException($"{Path}: no group '{code}'; it has {string.Join(", ", Groups.Select(group => group.Code))}.");
}

/// <summary>How a file is known to be a form: words of its title, the line of the office, and words that would make it another form.</summary>
public sealed record RecognitionMarks
{
    /// <summary>Title texts any of which marks the form; long texts, compared with edit distance after <c>HeaderKey</c> folding.</summary>
    public required IReadOnlyList<string> Titles { get; init; }

    /// <summary>Texts that introduce the filing unit, for example <c>สำนักงานส่งเสริมการปกครองท้องถิ่นจังหวัด</c>.</summary>
    public required IReadOnlyList<string> OfficeLines { get; init; }

    /// <summary>Texts that introduce the fiscal year, for example <c>ประจำปีงบประมาณ พ.ศ.</c>.</summary>
    public required IReadOnlyList<string> YearLines { get; init; }

    /// <summary>Labels of rows that are sums, not figures: รวม, รวมทั้งสิ้น, ยอดยกมา …</summary>
    public required IReadOnlyList<string> SubtotalLabels { get; init; }

    /// <summary>Labels of lines with the file's own totals, by which it is checked: รวมทั้งสิ้น, ยอดคุม …; empty when the form has none.</summary>
    public IReadOnlyList<string> ControlLabels { get; init; } = [];

    /// <summary>Labels that end the table: หมายเหตุ, ที่มา …</summary>
    public required IReadOnlyList<string> EndLabels { get; init; }

    /// <summary>Other papers that come here by mistake, so that the answer can say which one it is.</summary>
    public IReadOnlyList<OtherDocument> OtherDocuments { get; init; } = [];
}

/// <summary>A paper that is known and is not this form.</summary>
/// <param name="Name">What the answer calls it, in Thai.</param>
/// <param name="Titles">Texts any of which marks it.</param>
public sealed record OtherDocument(string Name, IReadOnlyList<string> Titles);

/// <summary>How the rows of a group come.</summary>
public enum RowsOf
{
    /// <summary>The form prints a fixed list of items; each must come once.</summary>
    ListedItems,

    /// <summary>The sender adds rows; the key column names each.</summary>
    OpenRows,
}

/// <summary>A group of columns under one heading with the items that it lists, for example การกำหนดกิจกรรมย่อย.</summary>
public sealed record GroupDefinition
{
    /// <summary>Code, for example <c>sub_activity</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Thai name of what a row is, for example กิจกรรมย่อย.</summary>
    public required string Label { get; init; }

    /// <summary>Headings printed above the columns, the first as the form prints it; empty when there is no heading row.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Listed items or open rows.</summary>
    public required RowsOf Rows { get; init; }

    /// <summary>Columns in printed order. Exactly one has the role <see cref="FieldRole.Key"/>.</summary>
    public required IReadOnlyList<FieldDefinition> Fields { get; init; }

    /// <summary>Items in printed order; empty for open rows.</summary>
    public required IReadOnlyList<ItemDefinition> Items { get; init; }

    /// <summary>Empty rows that the blank form offers to a group of open rows.</summary>
    public int BlankRows { get; init; } = 20;

    /// <summary>Items that are known to exist but whose very text is lost, with the reason (the fourth main activity of 2563).</summary>
    public IReadOnlyList<string> UnknownItems { get; init; } = [];

    /// <summary>Position of the first column with a role, or −1.</summary>
    public int IndexOf(FieldRole role)
    {
        for (var index = 0; index < Fields.Count; index++)
            if (Fields[index].Role == role)
                return index;
        return -1;
    }
}

/// <summary>What a column means to the program.</summary>
public enum FieldRole
{
    /// <summary>The name or code that says which item a row is.</summary>
    Key,

    /// <summary>A figure that the sender fills.</summary>
    Figure,

    /// <summary>The unit of measure (หน่วยนับ) of the figure.</summary>
    UnitOfMeasure,

    /// <summary>A ratio (อัตราส่วน) that the department fixes.</summary>
    Ratio,

    /// <summary>Anything else, kept as text.</summary>
    Text,
}

/// <summary>How the content of a column is read.</summary>
public enum FieldType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A quantity, stored in ten-thousandths; may carry its unit (<c>7,850 แห่ง</c>).</summary>
    Quantity,

    /// <summary>Money, stored in satang.</summary>
    Baht,

    /// <summary>A percentage or share, stored in ten-thousandths of one percent point.</summary>
    Ratio,

    /// <summary>A date, stored as days since 0001-01-01.</summary>
    Date,

    /// <summary>A word of a closed list (<see cref="FieldDefinition.Codes"/>), kept as its code; the warehouse stores it as text.</summary>
    Code,
}

/// <summary>A column.</summary>
public sealed record FieldDefinition
{
    /// <summary>Code, for example <c>quantity</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Header as printed.</summary>
    public required string Label { get; init; }

    /// <summary>Other spellings of the header, OCR look-alikes among them.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>What the column means.</summary>
    public required FieldRole Role { get; init; }

    /// <summary>How it is read.</summary>
    public required FieldType Type { get; init; }

    /// <summary>True when every row must have it.</summary>
    public bool Required { get; init; }

    /// <summary>True when the form says that its money may be negative, for example a credit.</summary>
    public bool MayBeNegative { get; init; }

    /// <summary>What may stand in a column of <see cref="FieldType.Code"/>; null for every other type.</summary>
    public CodeList? Codes { get; init; }
}

/// <summary>A row that the form prints.</summary>
public sealed record ItemDefinition
{
    /// <summary>Code that never changes meaning, for example <c>SA07</c>.</summary>
    public required string Code { get; init; }

    /// <summary>The number printed before the label.</summary>
    public required int Number { get; init; }

    /// <summary>Label as printed (scan errors mended).</summary>
    public required string Label { get; init; }

    /// <summary>A shorter label for reports.</summary>
    public required string ShortLabel { get; init; }

    /// <summary>Other spellings, the scan's own among them.</summary>
    public required IReadOnlyList<string> Synonyms { get; init; }

    /// <summary>Unit of measure, or why it is not known.</summary>
    public required Declared<string> Unit { get; init; }

    /// <summary>Ratio in ten-thousandths of a percent point, or why it is not known.</summary>
    public required Declared<long> Ratio { get; init; }

    /// <summary>Codes of the items of other groups above this one, by group code.</summary>
    public required IReadOnlyDictionary<string, string> Parents { get; init; }

    /// <summary>What the form itself prints in the figure's column, so that nobody fills it (<c>7,850 แห่ง</c>), or null where the sender writes.</summary>
    public string? Printed { get; init; }

    /// <summary>Code of a count in the province reference that the figure should equal (<c>local_authorities</c>), or null.</summary>
    public string? ReferenceCount { get; init; }
}

/// <summary>A check of the form's YAML: one of the fixed kinds, or a class found by its name.</summary>
public sealed record CheckDefinition
{
    /// <summary>Kind, for example <c>required</c>, <c>unit_matches</c>, <c>class</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Group it looks at, or null for the whole return.</summary>
    public string? Group { get; init; }

    /// <summary>Field it looks at, or null.</summary>
    public string? Field { get; init; }

    /// <summary>Severity instead of the catalogue's, or null.</summary>
    public Findings.Severity? Severity { get; init; }

    /// <summary>Other settings of the kind, by name, as text.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();
}
