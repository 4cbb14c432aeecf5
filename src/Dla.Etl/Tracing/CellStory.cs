using System.Data.Common;
using Dla.Etl.Definitions;
using Dla.Etl.Measures.UnitCost.Costs;
using Dla.Etl.Measures.UnitCost.Tracing;
using Dla.Etl.Values;

namespace Dla.Etl.Tracing;

/// <summary>Tells where a cell comes from, in words and with every amount, from what is stored.</summary>
internal sealed class CellStory(DbConnection connection, FormCatalogue forms, StoredReport report, PrintedCosts? printed = null)
{
    private const string UnitCostFormula = "ต้นทุนต่อหน่วย = ต้นทุน ÷ ปริมาณ";

    private AuthorityStory? _authorities;
    private readonly FigureStory _figures = new(connection, forms, report.Sequence);
    private readonly Dictionary<string, ILookup<(string, int), SourceFact>> _rows = new(StringComparer.Ordinal);

    /// <summary>What the units reported, in words.</summary>
    public FigureStory Figures => _figures;

    /// <summary>What local authorities reported, in words.</summary>
    public AuthorityStory Authorities => _authorities ??= new AuthorityStory(connection, forms, report.Sequence, _figures);

    /// <summary>The tree of an origin.</summary>
    public Explained Of(CellOrigin origin) => origin switch
    {
        CostPlaces cost => OfCost(cost),
        ReportedFigures figures => _figures.Of(figures),
        StandingReturns returns => new ReturnStory(connection, forms, report.Sequence).Of(returns),
        AuthorityFigures rows => Authorities.Of(rows),
        ReturnLine line => OfLine(line),
        RuleValue rule => OfRule(rule),
        PerUnitOf unitCost => OfUnitCost(unitCost),
        ShareOf share => OfShare(share),
        ChangeOf change => OfChange(change),
        ComputedOf computed => OfComputed(computed),
        NoFigure none => OfNone(none),
        _ => throw new ArgumentException($"{origin.GetType().Name} cannot be told.", nameof(origin)),
    };

    private Explained OfCost(CostPlaces cost)
    {
        var calculation = report.Calculation(cost.Calculation);
        var tree = new CostStory(calculation.Graph, calculation.Name, Line).Tree(cost.Point, cost.OnlyFromCentre);
        // One place alone needs no line of its own above it.
        var (text, below) = tree.Below.ToList() is [var only] && cost.Point.Less.Count == 0
            ? (only.Text.StartsWith("ต้นทุน", StringComparison.Ordinal) && cost.Point.Source is null ? only.Text : $"{Source(cost)}ของ{only.Text}", only.Below)
            : ($"{Source(cost)}รวม {CostStory.Baht(tree.Exact!.Value)} ของ {cost.Point.Nodes.Count} รายการ{(cost.Point.Less.Count == 0 ? "" : $" หัก {cost.Point.Less.Count} รายการ")}", tree.Below);
        var adjusted = cost.Calculation == calculation.Traced.Year.ToString() ? "" : $" ({cost.Calculation})";
        return tree with { Text = $"{text} ปีงบประมาณ พ.ศ. {calculation.Traced.Year}{adjusted} ปันส่วนตามเกณฑ์ในไฟล์ {calculation.Traced.DriversPath}{printed?.Remark(cost, tree.Exact!.Value)}", Below = below };
    }

    private static string Source(CostPlaces cost) => cost.Point.Source is { } source ? $"ต้นทุนจาก{source.Thai()}" : "ต้นทุน";

    // The version's rows are asked once: a year's export has hundreds of lines.
    private Explained Line(CostLine line)
    {
        var told = new Explained(CostStory.LineText(line), ((Rational)line.Amount.Satang).Abs()) { Exact = line.Amount.Satang, IsMoney = true, AddsUp = true };
        if (line.Origin is not { } origin)
            return told;
        if (!_rows.TryGetValue(origin.VersionId, out var rows))
            _rows[origin.VersionId] = rows = SourceFact.OfVersion(connection, origin.VersionId).ToLookup(fact => (fact.VersionId, fact.RowPosition));
        return rows[(origin.VersionId, origin.RowPosition)].FirstOrDefault(fact => fact.Role == "figure") is { } fact
            ? told with { Text = $"{CostStory.WhatOf(line)} {fact.Where()}", Source = fact }
            : told;
    }

    private Explained OfLine(ReturnLine line)
    {
        var facts = SourceFact.OfRow(connection, line.VersionId, line.RowPosition);
        return facts.FirstOrDefault(fact => fact.FieldCode == line.Field) is { } told
            ? _figures.LeafOfRow(told, facts)
            : new Explained("แถวของแบบรายงานที่ไม่มีค่านี้");
    }

    private static Explained OfRule(RuleValue rule)
    {
        var isMoney = rule.UnitOfMeasure == "บาท";
        var value = rule.Value is not { } known ? "" : isMoney ? $" {CostStory.Baht(known)}" : $" {FigureText.Decimal(known, 4)} {rule.UnitOfMeasure}".TrimEnd();
        return new Explained($"ค่าในไฟล์เกณฑ์ {rule.File} ที่ {rule.Key}{value} แหล่งที่มา: {rule.Document}") { Exact = rule.Value, IsMoney = isMoney, UnitOfMeasure = isMoney ? "" : rule.UnitOfMeasure };
    }

    private Explained OfComputed(ComputedOf computed)
    {
        Explained[] parts = [.. computed.Parts.Select(Of)];
        var counted = parts.Where((_, index) => computed.Times is not { } times || times[index].Sign != 0).ToList();
        var isMoney = counted.TrueForAll(part => part.IsMoney);
        var exact = (computed.IsSum || computed.Times is not null) && counted.TrueForAll(part => part.Exact is not null)
            ? Rational.Sum(parts.Select((part, index) => computed.Times is not { } times ? part.Exact!.Value : times[index].Sign == 0 ? Rational.Zero : part.Exact!.Value * times[index]))
            : (Rational?)null;
        return new Explained(exact is { } known ? $"{computed.Words} = {FigureText.Told(known, isMoney)}" : computed.Words)
        {
            Exact = exact, IsMoney = isMoney && exact is not null, UnitOfMeasure = isMoney || counted.Count == 0 ? "" : counted[0].UnitOfMeasure, Below = parts,
        };
    }

    // What is to blame comes first: it is the part without a figure.
    private Explained OfNone(NoFigure none)
    {
        if (none.Of is null)
            return new Explained($"ไม่มีตัวเลข เพราะ{none.Because}");
        var of = Of(none.Of);
        // The formula without a result: parts that can be divided may still not be compared.
        var formula = none.Of switch { ChangeOf change => FormulaOf(change), PerUnitOf => UnitCostFormula, CostPlaces => null, _ => of.Text };
        return new Explained($"ไม่มีตัวเลข เพราะ{none.Because}{(formula is null ? "" : $" ({formula})")}") { Below = formula is null ? [of] : [.. of.Below.OrderBy(part => part.Exact is not null)] };
    }

    private Explained OfUnitCost(PerUnitOf unitCost)
    {
        var (cost, quantity) = (Of(unitCost.Cost), Of(unitCost.Quantity));
        var exact = cost.Exact is { } above && quantity.Exact is { Sign: not 0 } below ? above / below : (Rational?)null;
        var result = exact is { } known ? $" = {CostStory.Baht(known)} ต่อหนึ่ง{(quantity.UnitOfMeasure.Length == 0 ? "หน่วย" : quantity.UnitOfMeasure)}" : quantity.Exact is { Sign: 0 } ? " คำนวณไม่ได้ เพราะปริมาณเป็นศูนย์" : "";
        return new Explained($"{UnitCostFormula}{Equation(cost, " ÷ ", quantity)}{result}")
        {
            Weight = exact?.Abs(), Exact = exact, IsMoney = true,
            Below = ((Explained[])[cost with { Text = $"ต้นทุน: {cost.Text}", Weight = null }, quantity with { Text = $"ปริมาณ: {quantity.Text}", Weight = null }]).OrderBy(part => part.Exact is not null),
        };
    }

    private Explained OfShare(ShareOf share)
    {
        var (part, whole) = (Of(share.Part), Of(share.Whole));
        var exact = whole.Exact is { Sign: not 0 } divisor && part.Exact is { } dividend ? dividend * 100 / divisor : (Rational?)null;
        var result = exact is { } known ? $" = ร้อยละ {FigureText.Decimal(known, 6)}" : whole.Exact is { Sign: 0 } ? " คำนวณไม่ได้ เพราะตัวหารเป็นศูนย์" : "";
        return new Explained($"ร้อยละ = ตัวตั้ง ÷ ตัวหาร × 100{Equation(part, " ÷ ", whole)}{result}")
        {
            Exact = exact, Below = [part with { Text = $"ตัวตั้ง: {part.Text}", Weight = null }, whole with { Text = $"ตัวหาร: {whole.Text}", Weight = null }],
        };
    }

    private Explained OfChange(ChangeOf change)
    {
        var (old, now) = (Of(change.Old), Of(change.New));
        var times = change.OldTimes == Rational.One ? "" : $" โดยคูณค่าเดิมด้วย {change.OldTimes} ก่อน เพราะหน่วยนับเปลี่ยน";
        var measure = old.Exact * change.OldTimes;
        var exact = now.Exact - measure;
        if (change.IsPercent)
            exact = measure is { Sign: not 0 } divisor && exact is { } difference ? difference * 100 / divisor : null;
        var result = exact is not { } known ? (change.IsPercent && measure is { Sign: 0 } ? " คำนวณไม่ได้ เพราะค่าเดิมเป็นศูนย์" : "")
            : change.IsPercent ? $" = ร้อยละ {FigureText.Decimal(known, 6)}"
            : $" = {(now.IsMoney ? CostStory.Baht(known) : FigureText.Decimal(known, 4))}";
        return new Explained($"{FormulaOf(change)}{times}{result}")
        {
            Exact = exact, IsMoney = now.IsMoney && !change.IsPercent,
            Below = [now with { Text = $"ค่าใหม่: {now.Text}", Weight = null }, old with { Text = $"ค่าเดิม: {old.Text}", Weight = null }],
        };
    }

    private static string FormulaOf(ChangeOf change) => change.IsPercent ? "ร้อยละของการเปลี่ยนแปลง = (ค่าใหม่ − ค่าเดิม) ÷ ค่าเดิม × 100" : "ผลต่าง = ค่าใหม่ − ค่าเดิม";

    private static string Equation(Explained left, string sign, Explained right) => left.Exact is { } one && right.Exact is { } other
        ? $" = {FigureText.Told(one, left.IsMoney)}{sign}{$"{FigureText.Told(other, right.IsMoney)} {right.UnitOfMeasure}".TrimEnd()}"
        : "";
}
