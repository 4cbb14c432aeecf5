using System.Numerics;
using Dla.Etl.Values;

namespace Dla.Etl.Measures.Disbursement.Pipeline;

/// <summary>Projects counted and their money added up, in satang.</summary>
/// <param name="Projects">How many.</param>
/// <param name="Allocated">Allocated.</param>
/// <param name="Committed">Contracts signed.</param>
/// <param name="Disbursed">Disbursed.</param>
/// <param name="Used">Disbursed and still owed on contracts: of each project the larger of contract and disbursement (DOMAIN 3.3, ใช้จ่าย).</param>
/// <param name="CarriedOver">Disbursed of money carried over from earlier years: apart.</param>
public readonly record struct ProjectSum(int Projects, long Allocated, long Committed, long Disbursed, long Used, long CarriedOver)
{
    /// <summary>Allocated and neither disbursed nor bound by a contract.</summary>
    public long Remaining => checked(Allocated - Used);

    /// <summary>Bound by contracts and not yet disbursed.</summary>
    public long Outstanding => checked(Used - Disbursed);

    /// <summary>Disbursed in per cent of allocated; null when nothing is.</summary>
    public Rational? DisbursedPercent => Share(Disbursed);

    /// <summary>Used in per cent of allocated; null when nothing is.</summary>
    public Rational? UsedPercent => Share(Used);

    /// <summary>One project. What it does not state adds nothing; the checks of the form see to it that it states what its stage needs.</summary>
    public static ProjectSum Of(ProjectRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var (committed, disbursed) = (row.Committed ?? 0, row.Disbursed ?? 0);
        return new(1, row.Allocated ?? 0, committed, disbursed, Math.Max(committed, disbursed), row.CarriedOver ?? 0);
    }

    /// <summary>The sum of many.</summary>
    public static ProjectSum Of(IEnumerable<ProjectRow> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        return rows.Aggregate(default(ProjectSum), (sum, row) => sum + Of(row));
    }

    /// <summary>The sum.</summary>
    /// <exception cref="OverflowException">It goes beyond 64 bits.</exception>
    public static ProjectSum operator +(ProjectSum left, ProjectSum right) => checked(new(
        left.Projects + right.Projects, left.Allocated + right.Allocated, left.Committed + right.Committed,
        left.Disbursed + right.Disbursed, left.Used + right.Used, left.CarriedOver + right.CarriedOver));

    /// <summary>As the operator +.</summary>
    public static ProjectSum Add(ProjectSum left, ProjectSum right) => left + right;

    private Rational? Share(long part) => Allocated == 0 ? null : Rational.Of((BigInteger)part * 100, Allocated);
}
