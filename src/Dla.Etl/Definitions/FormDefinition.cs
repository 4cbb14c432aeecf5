using Dla.Etl.Values;

namespace Dla.Etl.Definitions;

/// <summary>Who files a form.</summary>
public enum FilingUnit
{
    /// <summary>A provincial office (สถจ.), by province code.</summary>
    Province,

    /// <summary>The department itself (ส่วนกลาง), once a year for all its offices and divisions.</summary>
    Department,

    /// <summary>Each local authority (อปท.), or its provincial office for several of them in one file: every row names the authority.</summary>
    Authority,
}

/// <summary>A form of one fiscal year, as <c>templates/forms/&lt;id&gt;/form.&lt;year&gt;.yaml</c> gives it.</summary>
public sealed record FormDefinition
{
    private readonly Period? _month;

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

    /// <summary>The division that owns it, as <c>answers/answer.yaml</c> and <c>mail/reminders.yaml</c> know it; null for the one in whose name the program writes otherwise.</summary>
    public string? Owner { get; init; }

    /// <summary>True when it is filed only where there is something to tell, such as an adjustment: nobody is reminded of it.</summary>
    public bool OnlyWhenNeeded { get; init; }

    /// <summary>What a return of it is for: its fiscal year, or for a form <see cref="For"/> one month that month.</summary>
    public Period Period
    {
        get => _month ?? Year;
        init => _month = value.Month is null ? null : value;
    }

    /// <summary>True when it is filed for each month of the fiscal year.</summary>
    public bool IsMonthly => DeadlineDay is not null;

    /// <summary>Of a monthly form the day of the following month by which a return is on time.</summary>
    public int? DeadlineDay { get; init; }

    /// <summary>Last day, in Bangkok, on which a return is on time; of a monthly form without a month that of its last month.</summary>
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

    /// <summary>The form for each of its periods, in order: itself, or each month of its year.</summary>
    public IReadOnlyList<FormDefinition> Periods => IsMonthly ? [.. Period.MonthsOf(Year).Select(For)] : [this];

    /// <summary>The form for one of its periods, with the deadline of that period.</summary>
    /// <exception cref="ArgumentException">It is not filed for such a period.</exception>
    public FormDefinition For(Period period) => period == Period ? this
        : IsMonthly && period.Month is not null && period.Year == Year ? this with { Period = period, Deadline = DeadlineOf(period, DeadlineDay!.Value) }
        : throw new ArgumentException($"{Path}: '{Id}' of {Year} is not filed for {period}.", nameof(period));

    /// <summary>The day of the month after a period.</summary>
    internal static DateOnly DeadlineOf(Period period, int day) => period.LastDay.AddDays(day);

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

    /// <summary>Of a monthly form the texts that introduce the month, for example <c>ประจำเดือน</c>, <c>ข้อมูล ณ วันที่</c>.</summary>
    public IReadOnlyList<string> MonthLines { get; init; } = [];

    /// <summary>Labels of rows that are sums, not figures: รวม, รวมทั้งสิ้น, ยอดยกมา … One with a star at its end may go on in the same word (รวมอำเภอ*).</summary>
    public required IReadOnlyList<string> SubtotalLabels { get; init; }

    /// <summary>Labels of lines with the file's own totals, by which it is checked: รวมทั้งสิ้น, ยอดคุม …; empty when the form has none.</summary>
    public IReadOnlyList<string> ControlLabels { get; init; } = [];

    /// <summary>Labels of lines that add up a part of the rows, those right above or below: รวม, รวมอำเภอ*; empty when such lines are left out unchecked.</summary>
    public IReadOnlyList<string> PartLabels { get; init; } = [];

    /// <summary>Labels that end the table: หมายเหตุ, ที่มา …</summary>
    public required IReadOnlyList<string> EndLabels { get; init; }

    /// <summary>Headers of columns that senders have and the form needs not, such as what it computes itself; no answer speaks of them.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];

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

/// <summary>What the blank form of a unit fills in already.</summary>
public enum PrefillOf
{
    /// <summary>Nothing: every row is empty.</summary>
    Nothing,

    /// <summary>A row for each local authority of the province, or of one authority a row for each item that the group's key lists.</summary>
    Authorities,
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

    /// <summary>Heading lines that hold for the rows below them, from the outermost in; empty when the form has none.</summary>
    public IReadOnlyList<SectionDefinition> Sections { get; init; } = [];

    /// <summary>How rows that only go on with the row before are known, or null when every row stands for itself.</summary>
    public ContinuationDefinition? Continuation { get; init; }

    /// <summary>Fields that are written once and hold for the rows below until the next one, or the next heading line.</summary>
    public IReadOnlyList<string> FillDown { get; init; } = [];

    /// <summary>Empty rows that the blank form offers to a group of open rows.</summary>
    public int BlankRows { get; init; } = 20;

    /// <summary>What the blank form of a province or an authority fills in already; a row in which nothing else is filled in says nothing.</summary>
    public PrefillOf Prefill { get; init; }

    /// <summary>Codes of the fields that together tell which row it is, so that each comes once. Empty: the key column alone, and open rows may come several times under it.</summary>
    public IReadOnlyList<string> Key { get; init; } = [];

    /// <summary>How a row says that there is nothing to report; null where no row can.</summary>
    public NothingDefinition? Nothing { get; init; }

    /// <summary>Items that are known to exist but whose very text is lost, with the reason (the fourth main activity of 2563).</summary>
    public IReadOnlyList<string> UnknownItems { get; init; } = [];

    /// <summary>Position of the column with a code, or −1.</summary>
    public int IndexOf(string field)
    {
        for (var index = 0; index < Fields.Count; index++)
            if (Fields[index].Code == field)
                return index;
        return -1;
    }

    /// <summary>Position of the first column with a role, or −1.</summary>
    public int IndexOf(FieldRole role)
    {
        for (var index = 0; index < Fields.Count; index++)
            if (Fields[index].Role == role)
                return index;
        return -1;
    }
}
