using System.Globalization;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Reference.Districts;
using Dla.Etl.Running;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands.Registry;

/// <summary>What <c>reference import</c> says, in words or as JSON.</summary>
internal sealed class ImportText(Terminal terminal, string path, bool all, bool json)
{
    // Of each kind of change; --all tells the rest.
    private const int Told = 20;

    public string Path => path;

    public int Refused(IReadOnlyList<Finding> findings)
    {
        if (json)
            terminal.Json(new ImportJson(null, false, null, [], FindingJson.Of(findings)));
        else
        {
            Print(findings);
            terminal.Line("ไม่ได้นำเข้า ข้อมูลที่ใช้อยู่ไม่เปลี่ยน · nothing was imported" + (findings.Any(finding => finding.Kind == RegistryFindings.TooMuchVanishes || finding.Kind == DistrictFindings.TooMuchVanishes)
                ? ": too much of what holds now would vanish; if the file is right, repeat with --accept-loss" : ""));
        }

        return findings.Any(finding => finding.Severity == Severity.Fatal) ? ExitCode.Unreadable : ExitCode.Findings;
    }

    public int Imported(ReferenceImported imported, ImportedEdition done, ReferenceFile file, IReadOnlyList<Finding> read)
    {
        Finding[] findings = [.. read, .. imported.Findings];
        if (json)
            terminal.Json(new ImportJson(
                done.Edition, done.WasThere, done.Before?.Effective, [.. imported.Authorities.Select(ChangeJson.Of), .. imported.Districts.Select(ChangeJson.Of)], FindingJson.Of(findings)));
        else
        {
            Print(findings);
            Print(imported, done, file);
        }

        return ExitCode.Ok;
    }

    private void Print(IReadOnlyList<Finding> findings)
    {
        if (findings.Count > 0)
            terminal.Line(CheckText.Compose(path, [.. findings], all ? int.MaxValue : FindingOrder.InFull));
    }

    private void Print(ReferenceImported imported, ImportedEdition done, ReferenceFile file)
    {
        var (what, day) = (imported.Kind.NameThai(), ThaiDates.Long(done.Edition.Effective));
        var rows = file.Authorities is { } registry ? string.Create(CultureInfo.InvariantCulture, $" จาก {registry.Rows:#,##0} แถว") : "";
        terminal.Line(done.WasThere
            ? $"ไฟล์นี้เป็น{what} ณ {day} อยู่แล้ว (ลำดับที่ {done.Edition.Sequence}) ไม่ได้นำเข้าซ้ำ · the same file stands already; nothing was written"
            : string.Create(CultureInfo.InvariantCulture, $"นำเข้า{what} ณ {day} แล้ว {done.Edition.Count:#,##0} แห่ง{rows} ลำดับที่ {done.Edition.Sequence}"));
        if (done is not { WasThere: false, Before: { } before })
            return;
        terminal.Line(before.Effective == done.Edition.Effective ? $"ใช้แทนไฟล์ {before.FileName} ของวันเดียวกัน" : $"เทียบกับ{(imported.Kind == ReferenceKind.Authorities ? "ทะเบียน" : what)} ณ {ThaiDates.Long(before.Effective)}");
        if (imported.Authorities.Count + imported.Districts.Count == 0)
            terminal.Line($"  ไม่มี{(imported.Kind == ReferenceKind.Authorities ? " อปท. " : "อำเภอ")}ใดเปลี่ยน");
        foreach (var kind in imported.Authorities.GroupBy(change => change.Kind))
            Print(Named(kind.Key), [.. kind.Select(change => Said(change.Before is { } was ? Provincial(was) : null, change.After is { } now ? Provincial(now) : null))]);
        foreach (var kind in imported.Districts.GroupBy(change => change.Kind))
            Print(Named(kind.Key), [.. kind.Select(change => Said(change.Before is { } was ? Provincial(was) : null, change.After is { } now ? Provincial(now) : null))]);
    }

    private void Print(string kind, string[] changes)
    {
        terminal.Line(string.Create(CultureInfo.InvariantCulture, $"  {kind} {changes.Length:#,##0} แห่ง"));
        foreach (var change in changes.Take(all ? changes.Length : Told))
            terminal.Line($"    {change}");
        if (!all && changes.Length > Told)
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"    และอีก {changes.Length - Told:#,##0} แห่ง (ดูทั้งหมดด้วย --all)"));
    }

    private static string Named(RegistryChangeKind kind) => kind switch
    {
        RegistryChangeKind.Appeared => "เพิ่มใหม่",
        RegistryChangeKind.Vanished => "ไม่มีแล้ว",
        RegistryChangeKind.TypeChanged => "เปลี่ยนประเภท",
        RegistryChangeKind.Renamed => "เปลี่ยนชื่อ",
        RegistryChangeKind.Moved => "เปลี่ยนอำเภอหรือจังหวัด",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of change."),
    };

    private static string Named(DistrictChangeKind kind) => kind switch
    {
        DistrictChangeKind.Appeared => "เพิ่มใหม่",
        DistrictChangeKind.Vanished => "ไม่มีแล้ว",
        DistrictChangeKind.Renamed => "เปลี่ยนชื่อ",
        DistrictChangeKind.Renumbered => "เปลี่ยนรหัส",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not a kind of change."),
    };

    private static string Said(string? before, string? after) => before is null || after is null ? before ?? after ?? "" : $"{before} → {after}";

    private static string Provincial(LocalAuthority authority) => $"{authority.Described} {In(authority.Province)}";

    private static string Provincial(District district) => $"{district.Described} {In(district.Province)}";

    private static string In(ProvinceCode province) => $"จ.{Provinces.Get(province).NameThai}";

    private sealed record ImportJson(
        ReferenceEdition? Edition, bool WasThere, DateOnly? ComparedWith, IReadOnlyList<ChangeJson> Changes, IReadOnlyList<FindingJson> Findings);

    // Before and after are authorities or districts, as the edition's kind says.
    private sealed record ChangeJson(string Kind, object? Before, object? After)
    {
        public static ChangeJson Of(RegistryChange change) => new(
            Snake(change.Kind), change.Before is { } before ? ReferenceCommand.AuthorityJson.Of(before) : null, change.After is { } after ? ReferenceCommand.AuthorityJson.Of(after) : null);

        public static ChangeJson Of(DistrictChange change) => new(
            Snake(change.Kind), change.Before is { } before ? ReferenceCommand.DistrictJson.Of(before) : null, change.After is { } after ? ReferenceCommand.DistrictJson.Of(after) : null);

        private static string Snake<T>(T kind)
            where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.ToString());
    }
}
