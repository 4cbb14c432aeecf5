using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Dla.Etl.Installing;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Tracing;

namespace Dla.Etl.Cli.Commands;

/// <summary><c>explain REPORT.xlsx 'Sheet!C9'</c> and <c>explain --feeds FILE 'Sheet!C9'</c>.</summary>
internal static class ExplainCommand
{
    private const string Description =
        """
        ตัวเลขในรายงานมาจากไหน ย้อนไปจนถึงเซลล์ของไฟล์ที่หน่วยงานส่ง · where a figure of a report comes from, down to the cells of the files

        explain รายงาน.xlsx "'ตาราง 3'!C9" แสดงสูตรเป็นคำ เกณฑ์พร้อมแหล่งที่มา แบบรายงาน ไฟล์ แผ่นงาน และเซลล์
        explain --feeds ไฟล์ "'ปริมาณ'!K9" แสดงตัวเลขของรายงานฉบับปัจจุบันทุกตัวที่ใช้เซลล์นั้น ไฟล์ระบุเป็นชื่อไฟล์ เลขรับ หรือค่า SHA-256
        ไฟล์ csv หรือสมุดงานที่มีแผ่นงานเดียว ระบุเซลล์อย่างเดียวได้ เช่น K9

        What is told was stored when the report was written; nothing is computed again. The largest part is followed down to its cell,
        the others to --depth levels; --all tells everything.

        Exit codes: 0 told; 1 the workbook is not as it was written, or nothing is stored of the cell; 64 wrong usage; 70 the program broke.
        """;

    public static Command Build(SharedOptions shared, Terminal terminal, TimeProvider clock)
    {
        var file = new Argument<string>("FILE") { Description = "สมุดงานรายงาน หรือเมื่อใช้ --feeds ไฟล์ที่หน่วยงานส่ง · the report's workbook, or with --feeds a file that was sent, its name, receipt number or SHA-256" };
        var cell = new Argument<AskedCell>("CELL") { Description = "แผ่นงานและเซลล์ · sheet and cell, as Excel writes them: 'ตาราง 3'!C9", CustomParser = ReadCell };
        var feeds = new Option<bool>("--feeds") { Description = "ไปทางตรงข้าม: เซลล์ของไฟล์ที่ส่งมา ใช้ในตัวเลขใดของรายงาน · the other way: which figures a cell of a sent file feeds" };
        var depth = new Option<int?>("--depth") { Description = "แสดงกี่ชั้นใต้ตัวเลข · levels told in full below the figure (default: 2)", HelpName = "N", CustomParser = ReadDepth };
        var all = new Option<bool>("--all") { Description = "แสดงทั้งหมด · tell everything" };
        var json = SharedOptions.Json();
        var command = new Command("explain", Description) { file, cell, feeds, depth, all, json };
        command.SetAction(parsed =>
        {
            var limits = parsed.GetValue(all) ? TreeLimits.None : TreeLimits.Screen;
            if (parsed.GetValue(depth) is { } levels)
                limits = limits with { Depth = levels };
            var (installation, name, asked) = (shared.Installation(parsed, clock), parsed.GetRequiredValue(file), parsed.GetRequiredValue(cell));
            return parsed.GetValue(feeds)
                ? Feed(installation, terminal, name, asked, limits, parsed.GetValue(json))
                : Explain(installation, terminal, name, asked, limits, parsed.GetValue(json));
        });
        return command;
    }

    private static int Explain(Installation installation, Terminal terminal, string file, AskedCell asked, TreeLimits limits, bool json)
    {
        var bytes = Read(file);
        using var warehouse = installation.RequiredWarehouse();
        using var connection = warehouse.Read();
        var answer = Explanation.Of(connection, installation.Forms, file, bytes, asked);
        var told = answer.Tree is { } tree ? TreeText.Tell(tree, limits) : null;
        if (json)
            terminal.Json(new { file, sheet = asked.Sheet, cell = asked.Cell.ToString(), answer.Standing, answer.Head, answer.Warnings, tree = told });
        else
            Print(terminal, answer.Head, answer.Warnings, told is null ? [] : [told]);
        return answer.IsWhole ? ExitCode.Ok : ExitCode.Findings;
    }

    private static int Feed(Installation installation, Terminal terminal, string file, AskedCell asked, TreeLimits limits, bool json)
    {
        using var warehouse = installation.RequiredWarehouse();
        using var connection = warehouse.Read();
        var answer = Feeds.Of(connection, installation.Forms, installation.Workplace(), file, asked);
        List<ToldLine> told = [.. answer.Trees.Select(tree => TreeText.Tell(tree, limits))];
        if (json)
            terminal.Json(new { file, sheet = asked.Sheet, cell = asked.Cell.ToString(), answer.Head, answer.Warnings, answer.Figures, reports = told });
        else
            Print(terminal, answer.Head, answer.Warnings, told);
        return answer.Figures > 0 ? ExitCode.Ok : ExitCode.Findings;
    }

    private static void Print(Terminal terminal, IReadOnlyList<string> head, IReadOnlyList<string> warnings, List<ToldLine> trees)
    {
        foreach (var line in warnings.Select(warning => $"! {warning}").Concat(head))
            terminal.Line(line);
        foreach (var tree in trees)
        {
            terminal.Line();
            foreach (var line in TreeText.Lines(tree))
                terminal.Line(line);
        }

        if (trees.Exists(HasRounded))
            terminal.Line("\n(ปัดเศษ) คือจำนวนที่ปัดเศษทีละจำนวนเพื่อแสดง การคำนวณใช้ค่าเต็ม จึงอาจต่างจากที่พิมพ์ในตารางหรือบวกกันไม่ตรงหนึ่งสตางค์ · each amount is rounded by itself");
        if (trees.Exists(TreeText.IsCut))
            terminal.Line("\nยังมีรายการที่ไม่ได้แสดง ดูเพิ่มด้วย --depth จำนวนชั้น หรือ --all · more with --depth N or --all");
    }

    private static bool HasRounded(ToldLine line) => line.Text.Contains(CostStory.Rounded, StringComparison.Ordinal) || line.Below.Any(HasRounded);

    private static byte[] Read(string file) => File.Exists(file)
        ? File.ReadAllBytes(file)
        : throw new UsageException($"ไม่พบไฟล์ {file} · no such file");

    private static AskedCell? ReadCell(ArgumentResult result)
    {
        var asked = AskedCell.Parse(result.Tokens[0].Value);
        if (!asked.Succeeded)
            result.AddError(asked.Reason!);
        return asked.Succeeded ? asked.Value : null;
    }

    private static int? ReadDepth(ArgumentResult result)
    {
        if (int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var depth))
            return depth;
        result.AddError($"--depth ต้องเป็นจำนวนเต็มตั้งแต่ 0 (พบ “{result.Tokens[0].Value}”) · must be a whole number not below 0");
        return null;
    }
}
