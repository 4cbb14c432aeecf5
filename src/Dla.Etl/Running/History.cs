using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Normalising;
using Dla.Etl.Reference.Authorities;
using Dla.Etl.Validation;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>What the warehouse knows of a unit beyond the file that is examined, for the checks that compare with it; of one file, so that it can be asked again when the file is loaded.</summary>
/// <param name="warehouse">The warehouse.</param>
public sealed class History(Database warehouse)
{
    private readonly List<Asked> _asked = [];
    private readonly List<(DateOnly Day, long? Edition, long? Districts)> _registries = [];

    /// <summary>The figures that stand now for the same unit and form in the period before: the year before, or the last earlier month of the same fiscal year; null when no version stands.</summary>
    public PriorFigures? Of(NormalisedReturn filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        return filed.Form.Period.Before is not { } before ? null
            : Nearest(filed, filed.Form.IsMonthly ? [.. Period.MonthsOf(filed.Form.Year).Where(month => month < filed.Period).Reverse()] : [before]);
    }

    /// <summary>The figures that stand now for the same unit and form in the next later month of the same fiscal year; null when none does, and for annual forms.</summary>
    public PriorFigures? After(NormalisedReturn filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        return filed.Form.IsMonthly ? Nearest(filed, [.. Period.MonthsOf(filed.Form.Year).Where(month => month > filed.Period)]) : null;
    }

    /// <summary>The figures that stand now for the same unit and form in the same month of the fiscal year before; null when none do, and for annual forms.</summary>
    public PriorFigures? LastYear(NormalisedReturn filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        return filed.Form.IsMonthly && filed.Form.Year.BuddhistEra > FiscalYear.First ? Nearest(filed, [filed.Period.AddYears(-1)]) : null;
    }

    /// <summary>What stands now of another form of the same unit, for the same period or its fiscal year, texts included; null when nothing does.</summary>
    public PriorFigures? Standing(NormalisedReturn filed, string form, Period period)
    {
        ArgumentNullException.ThrowIfNull(filed);
        using var connection = warehouse.Read();
        Remember(connection, form, period, period, [filed.Unit.ToString()]);
        return Figures(connection, form, period, filed.Unit, withTexts: true);
    }

    /// <summary>Names of the local authorities that the file of a province is silent about and whose rows in its earlier returns of the same period count, by code; those that said that there is nothing to report are not among them.</summary>
    public IReadOnlyList<string> KeptFromEarlier(NormalisedReturn filed)
    {
        ArgumentNullException.ThrowIfNull(filed);
        if (filed.Form.FiledBy != FilingUnit.Authority || filed.Unit.Authority is not null)
            return [];
        using var connection = warehouse.Read();
        var kept = AuthorityHistory.KeptFromEarlier(connection, filed, units => Remember(connection, filed.Form.Id, filed.Period, filed.Period, units));
        return kept.Count > 0 && RegistryShelf.On(warehouse, filed.Period.LastDay) is { } known
            ? [.. kept.Select(code => known.Registry.Find(AuthorityCode.Parse(code).Value)?.FullName ?? code)]
            : kept;
    }

    /// <summary>The registry of local authorities that holds on a day; null when none was imported.</summary>
    public AuthorityMatching? Authorities(DateOnly day)
    {
        var matching = RegistryShelf.On(warehouse, day);
        _registries.Add((day, matching?.Registry.Edition, matching?.Districts?.Edition));
        return matching;
    }

    /// <summary>True while what was asked about still stands, or nothing was asked.</summary>
    internal bool StillStands(WriteLane lane) =>
        _asked.TrueForAll(asked => Stamp(lane.Connection, lane.Transaction, asked) == asked.Sequence)
        && _registries.TrueForAll(asked => AuthorityEditions.StandingIn(lane, asked.Day)?.Number == asked.Edition
            && (asked.Edition is null || DistrictEditions.StandingIn(lane, asked.Day)?.Number == asked.Districts));

    // The nearest of the periods in which something stands; the nearest comes first.
    private PriorFigures? Nearest(NormalisedReturn filed, IReadOnlyList<Period> periods)
    {
        if (periods.Count == 0)
            return null;
        using var connection = warehouse.Read();
        if (filed.Form.FiledBy == FilingUnit.Authority)
            return AuthorityHistory.Of(connection, filed, periods, units => Remember(connection, filed.Form.Id, periods.Min(), periods.Max(), units));
        var unit = filed.Unit.ToString();
        // The versions first: when another one comes between the two, the loading transaction sees that and the file is examined again.
        Remember(connection, filed.Form.Id, periods.Min(), periods.Max(), [unit]);
        foreach (var period in periods)
            if (Stands(connection, filed.Form.Id, period, unit))
                return Figures(connection, filed.Form.Id, period, filed.Unit, withTexts: filed.Form.IsMonthly);
        return null;
    }

    private static PriorFigures? Figures(DbConnection connection, string form, Period period, UnitCode unit, bool withTexts)
    {
        var figures = FiguresAsOf.OfUnit(connection, form, period, CommitSequence.Last(connection), unit);
        var texts = withTexts ? Texts(connection, form, period, unit.ToString()) : [];
        return figures.Count == 0 && texts.Count == 0
            ? null
            : new PriorFigures(period, figures
                .GroupBy(figure => new FigureKey(figure.GroupCode, figure.ItemCode, figure.FieldCode))
                // An open row may come in several units of measure; only a figure that stands alone can be compared.
                .Where(group => group.Count() == 1)
                .ToDictionary(group => group.Key, group => new PriorFigure(group.Single().Amount, group.Single().UnitOfMeasure))) { Texts = texts };
    }

    // Of open rows with one key several times no text can be told from the other.
    private static Dictionary<FigureKey, string> Texts(DbConnection connection, string form, Period period, string unit) => connection
        .Query<(string Group, string Item, string Field, string Text)>(
            """
            SELECT f.group_code, f.item_code, f.field_code, f.text FROM fact f
            WHERE f.type = 'text' AND f.text IS NOT NULL AND f.version_id = (
              SELECT id FROM return_version WHERE form = @form AND fiscal_year = @year AND unit = @unit ORDER BY version DESC LIMIT 1)
            """,
            new { form, year = period.Number, unit })
        .GroupBy(text => new FigureKey(text.Group, text.Item, text.Field)).Where(same => same.Count() == 1)
        .ToDictionary(same => same.Key, same => same.Single().Text);

    private static bool Stands(DbConnection connection, string form, Period period, string unit) => connection.ExecuteScalar<long>(
        "SELECT count(*) FROM return_version WHERE form = @form AND fiscal_year = @year AND unit = @unit", new { form, year = period.Number, unit }) > 0;

    private void Remember(DbConnection connection, string form, Period first, Period last, IReadOnlyList<string> units)
    {
        var asked = new Asked(form, first.Number, last.Number, units, 0);
        _asked.Add(asked with { Sequence = Stamp(connection, null, asked) });
    }

    private static long Stamp(DbConnection connection, DbTransaction? transaction, Asked asked) => connection.ExecuteScalar<long>(
        $"SELECT coalesce(max(sequence), 0) FROM return_version WHERE form = @Form AND fiscal_year BETWEEN @First AND @Last AND {AuthorityRows.IsListed}",
        new { asked.Form, asked.First, asked.Last, units = AuthorityRows.Listed(asked.Units) }, transaction);

    private sealed record Asked(string Form, int First, int Last, IReadOnlyList<string> Units, long Sequence);
}
