using System.Globalization;
using System.Text;
using Dla.Etl.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace Dla.Etl.Tests.Intake;

public sealed class FileNamesTests
{
    public static TheoryData<string, string, string> Names => new()
    {
        { "ปริมาณ ปี 2563.xlsx", "000012 ปริมาณ ปี 2563.xlsx", "a usual name stays as it is" },
        { "two\nlines.csv", "000012 two_lines.csv", "a newline would break every list" },
        { "tab\tand\0nul.csv", "000012 tab_and_nul.csv", "control characters" },
        { "-rf.xlsx", "000012 -rf.xlsx", "a leading dash is harmless behind the number" },
        { "a<b>c:d\"e/f\\g|h?i*j.xls", "000012 a_b_c_d_e_f_g_h_i_j.xls", "what Windows refuses" },
        { "report.xlsx. . ", "000012 report.xlsx", "trailing dots and spaces vanish on Windows" },
        { "...", "000012 ไม่มีชื่อ", "nothing is left" },
        { "  ", "000012 ไม่มีชื่อ", "nothing is left of spaces" },
        { "a\u200Bb\u202Excod.exe", "000012 abxcod.exe", "zero-width space and a turned direction" },
        { "a\u2028b\u0085c", "000012 a_b_c", "line separators of Unicode" },
        { "a\uFFFDb", "000012 a_b", "a byte that was no UTF-8" },
        { "a\uD83Db", "000012 a_b", "half a surrogate pair" },
        { "😀.csv", "000012 😀.csv", "beyond the basic plane" },
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_becomes_one_that_every_disk_takes(string name, string expected, string reason) =>
        FileNames.OnDisk("000012 ", name).ShouldBe(expected, reason);

    public static TheoryData<string, string, string> Folders => new()
    {
        { "56-พะเยา", "56-พะเยา", "the folder of a province" },
        { "con", "_con", "a device of Windows" },
        { "NUL.2563", "_NUL.2563", "a device whatever follows the point" },
        { "com¹", "_com¹", "with a superscript one as well" },
        { "console", "console", "only begins like one" },
        { "COM10", "COM10", "there are only ten" },
        { "-x", "_-x", "a leading dash passes for an option" },
        { ".hidden", "_.hidden", "would vanish from sight" },
        { "~$x", "_~$x", "would pass for a lock file" },
    };

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_becomes_one_that_every_disk_takes(string name, string expected, string reason) =>
        FileNames.Folder(name).ShouldBe(expected, reason);

    public static TheoryData<int, int, bool, string> Lengths => new()
    {
        // prefix 7 bytes; a Thai letter 3; .xlsx 5
        { 81, 0, false, "7 + 243 + 5 = 255: just fits" },
        { 81, 1, true, "256: one byte too many" },
        { 85, 0, true, "a name of 255 bytes as delivered plus the number" },
    };

    [Theory]
    [MemberData(nameof(Lengths))]
    public void A_long_name_is_shortened_and_keeps_its_extension(int thaiLetters, int latinLetters, bool shortened, string reason)
    {
        string name = new string('ก', thaiLetters) + new string('a', latinLetters) + ".xlsx";

        string onDisk = FileNames.OnDisk("000012 ", name);

        Encoding.UTF8.GetByteCount(onDisk).ShouldBeLessThanOrEqualTo(FileNames.LongestBytes, reason);
        onDisk.ShouldEndWith(".xlsx");
        onDisk.Contains('…', StringComparison.Ordinal).ShouldBe(shortened, reason);
    }

    [Fact]
    public void A_vowel_or_tone_mark_never_loses_its_consonant()
    {
        string name = string.Concat(Enumerable.Repeat("กี่", 40)) + ".xlsx";

        string stem = FileNames.OnDisk("000012 ", name)["000012 ".Length..^"….xlsx".Length];

        stem.ShouldBe(string.Concat(Enumerable.Repeat("กี่", stem.Length / 3)), "whole text elements of three characters each");
    }

    [Fact]
    public void A_very_long_extension_is_part_of_the_name() =>
        FileNames.OnDisk("000012 ", "a." + new string('x', 300)).ShouldEndWith("x…");

    [Fact]
    public void A_suffix_of_ours_stays_whole()
    {
        string onDisk = FileNames.OnDisk("000012 ", new string('ก', 83) + ".xlsx", " - รับแล้ว.txt");

        onDisk.ShouldEndWith("….xlsx - รับแล้ว.txt");
        Encoding.UTF8.GetByteCount(onDisk).ShouldBeLessThanOrEqualTo(255);
    }

    [Fact]
    public void A_prefix_that_leaves_no_room_is_a_mistake_of_the_program() =>
        Should.Throw<ArgumentException>(() => FileNames.OnDisk(new string('x', 224), "a.xlsx"));

    [Fact]
    public void Whatever_the_name_the_result_is_safe_and_the_same_when_done_again() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), delivered =>
        {
            string onDisk = FileNames.OnDisk("", delivered ?? "");
            Encoding.UTF8.GetByteCount(onDisk).ShouldBeInRange(1, 255);
            onDisk.IndexOfAny(['/', '\\', '\0', '\n', ':', '*', '?', '"', '<', '>', '|']).ShouldBe(-1);
            onDisk.ShouldBe(onDisk.TrimEnd('.', ' '));
            onDisk.Any(letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format).ShouldBeFalse();
            FileNames.IsNoDelivery(onDisk).ShouldBeFalse();
            FileNames.OnDisk("", onDisk).ShouldBe(onDisk);
        }).QuickCheckThrowOnFailure();

    public static TheoryData<string, bool, string> Deliveries => new()
    {
        { "a.xlsx", false, "a return" },
        { ".a.xlsx", true, "hidden" },
        { ".~lock.a.xlsx#", true, "LibreOffice has it open" },
        { "~$a.xlsx", true, "Excel has it open" },
        { "~a.xlsx", false, "a tilde alone says nothing" },
        { "THUMBS.DB", true, "left by Windows" },
        { "desktop.ini", true, "left by Windows" },
        { ".dla-etl-x.part", true, "our own" },
    };

    [Theory]
    [MemberData(nameof(Deliveries))]
    public void What_programs_leave_is_no_delivery(string name, bool expected, string reason) =>
        FileNames.IsNoDelivery(name).ShouldBe(expected, reason);

    [Fact]
    public void A_name_shown_to_people_cannot_forge_a_line() =>
        FileNames.Display("a\r\nINT-000 ok\u0085\u2028\u202E.csv").ShouldBe("a␍␊INT-000 ok\uFFFD\uFFFD.csv");
}
