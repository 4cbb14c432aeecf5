using System.CommandLine;
using System.Globalization;
using Dla.Etl.Definitions;
using Dla.Etl.Forms;
using Dla.Etl.Installing;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>forms new</c> and <c>forms list</c>.</summary>
internal static class FormsCommand
{
    public static Command Build(SharedOptions shared, Terminal terminal) => new("forms",
        """
        แบบรายงานที่โปรแกรมรู้จัก · the forms that the program knows

        Exit codes: 0 done, 64 wrong usage, 70 the program broke.
        """)
    {
        New(shared, terminal),
        List(shared, terminal),
    };

    private static Command New(SharedOptions shared, Terminal terminal)
    {
        var id = new Argument<string>("FORM") { Description = "รหัสแบบรายงาน เช่น unit-cost-quantity · id of the form" };
        var year = SharedOptions.Year();
        var province = new Option<string?>("--province")
        {
            Description = "รหัสจังหวัด 2 หลัก หรือรหัส อปท. 8 หลักสำหรับแบบที่ อปท. ส่ง ไม่ระบุ = เว้นให้กรอก · province code, or code of an authority", HelpName = "56",
        };
        var output = new Option<string?>("--out") { Description = "ชื่อไฟล์ที่จะเขียน · where to write", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "เขียนทับไฟล์เดิม · overwrite a file of that name" };
        var command = new Command("new",
            """
            สร้างแบบรายงานเปล่าสำหรับให้จังหวัดกรอก · write the blank workbook that an office fills in

            A form that says so (prefill in its YAML) comes with a row for each local authority of the province, or for one authority
            (--province 05560301) with a row for each item of its list, from the registry that holds in the period. Rows that stay
            as they came say nothing when the file comes back. Without a registry the rows are empty, which is told on stderr.

            Exit codes: 0 done, 64 wrong usage (a form, year, province or authority that does not exist, a file
            that does: it may be filled in already), 70 the program broke.
            """) { id, year, province, output, force };
        command.SetAction(parsed =>
        {
            var installation = shared.Installation(parsed, TimeProvider.System);
            var form = Known(installation.Forms, parsed.GetRequiredValue(id), parsed.GetRequiredValue(year), wholeYear: true);
            var asked = parsed.GetValue(province) is { } code ? KnownUnit(code, form) : null;
            var registry = asked is not null && form.Groups.Any(group => group.Prefill == PrefillOf.Authorities) ? RegistryOf(installation, form) : null;
            var place = asked is null ? null : Named(asked, registry);
            var file = Path.GetFullPath(parsed.GetValue(output) ?? string.Join('-', new[] { form.Id, form.Period.ToString(), place?.Label }.OfType<string>()) + ".xlsx");
            if (Path.Exists(file) && !parsed.GetValue(force))
                throw new UsageException($"มี {file} อยู่แล้ว อาจกรอกข้อมูลไว้แล้ว กรุณาระบุชื่ออื่นด้วย --out หรือเขียนทับด้วย --force · exists already");
            using var blank = new MemoryStream();
            BlankForm.Write(form, place ?? (form.FiledBy == FilingUnit.Department ? Units.Department : null), blank, registry);
            Files.Write(file, blank.ToArray());
            terminal.Line(file);
            if (asked is not null && registry is null && form.Groups.Any(group => group.Prefill == PrefillOf.Authorities))
                terminal.Note("ยังไม่ได้นำเข้าทะเบียน อปท. แบบนี้จึงไม่มีรายชื่อ อปท. เติมไว้ สั่ง dla-etl reference import แล้วสร้างใหม่ได้ · no registry imported yet, so that no authorities are filled in");
        });
        return command;
    }

    private static Command List(SharedOptions shared, Terminal terminal)
    {
        var json = SharedOptions.Json();
        var command = new Command("list",
            """
            รายชื่อแบบรายงานและปี · forms, years and deadlines

            Exit codes: 0 done, 64 wrong usage, 70 the program broke.
            """) { json };
        command.SetAction(parsed =>
        {
            var forms = shared.Installation(parsed, TimeProvider.System).Forms.All
                .OrderBy(form => form.Id, StringComparer.Ordinal).ThenBy(form => form.Year)
                .Select(form => new { id = form.Id, year = form.Year.BuddhistEra, name = form.ShortName, deadline = form.DeadlineDay is { } day ? string.Create(CultureInfo.InvariantCulture, $"monthly-{day:00}") : form.Deadline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) })
                .ToList();
            if (parsed.GetValue(json))
                terminal.Json(forms);
            else
                foreach (var form in forms)
                    terminal.Line($"{form.id}  {form.year}  {form.deadline}  {form.name}");
        });
        return command;
    }

    /// <summary>A form of a period, or what there is instead.</summary>
    /// <param name="forms">All forms.</param>
    /// <param name="id">Its id.</param>
    /// <param name="period">A year, or of a monthly form a month.</param>
    /// <param name="wholeYear">True where a monthly form may be asked for without its month: the blank one.</param>
    /// <exception cref="UsageException">There is no such form, or not for that period.</exception>
    public static FormDefinition Known(FormCatalogue forms, string id, Period period, bool wholeYear = false)
    {
        var ids = forms.All.Select(form => form.Id).Distinct().Order(StringComparer.Ordinal).ToList();
        if (!ids.Contains(id))
            throw new UsageException($"ไม่มีแบบรายงาน “{id}” ที่มีคือ {string.Join(", ", ids)} · no such form");
        if (!forms.Years(id).Contains(period.Year))
            throw new UsageException($"แบบ {id} ไม่มีของปี {period.Year} ที่มีคือ {string.Join(", ", forms.Years(id))} · no such year");
        if (period.Month is not null && !forms.IsMonthly(id))
            throw new UsageException($"แบบ {id} เป็นแบบรายปี กรุณาระบุปีงบประมาณ เช่น {period.Year} · an annual form has no months");
        if (period.Month is null && forms.IsMonthly(id) && !wholeYear)
            throw new UsageException($"แบบ {id} เป็นแบบรายเดือน กรุณาระบุเดือน เช่น {Period.MonthOf(period.Year, 5)} (พฤษภาคม) · a monthly form: name the month");
        return forms.Get(id, period);
    }

    // The one that holds on the last day of the period, as for the returns that come back.
    private static AuthorityRegistry? RegistryOf(Installation installation, FormDefinition form)
    {
        using var warehouse = installation.ExistingWarehouse();
        using var connection = warehouse?.Read();
        return connection is null ? null : AuthorityEditions.AsOf(connection, form.Period.LastDay, CommitSequence.Last(connection));
    }

    private static Unit Named(Unit unit, AuthorityRegistry? registry) => unit.Code.Authority is not { } code ? unit
        : registry is null ? throw new UsageException($"ยังไม่ได้นำเข้าทะเบียน อปท. จึงไม่ทราบว่า {code} คือแห่งใด กรุณาสั่ง dla-etl reference import ก่อน · no registry imported yet")
        : registry.Find(code) is { } authority ? Units.Of(authority)
        : throw new UsageException($"ไม่มี อปท. รหัส {code} ในทะเบียน ณ {ThaiDates.Long(registry.Effective)} · no such authority");

    private static Unit KnownUnit(string code, FormDefinition form) =>
        Units.Find(AuthorityCode.Parse(code) is { Succeeded: true } authority ? authority.Value.ToString() : code) is { } unit && Units.MayFile(form, unit)
            ? unit
            : throw new UsageException(form.FiledBy == FilingUnit.Department
                ? $"แบบ {form.Id} ส่วนกลางเป็นผู้ส่ง ไม่ต้องระบุ --province · the department files this form"
                : $"ไม่มีจังหวัดรหัส “{code}” (รหัส 2 หลักตามกรมการปกครอง เช่น 56 พะเยา{(form.FiledBy == FilingUnit.Authority ? " หรือรหัส อปท. 8 หลัก" : "")}) · no such province");
}
