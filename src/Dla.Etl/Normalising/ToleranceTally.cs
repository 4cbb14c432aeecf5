using System.Globalization;
using Dla.Etl.Findings;
using Dla.Etl.Findings.Kinds;
using Dla.Etl.Recognition;
using Dla.Etl.Values;

namespace Dla.Etl.Normalising;

/// <summary>The tolerances that a file needed and the cells that needed them, to be told once a tolerance.</summary>
internal sealed class ToleranceTally
{
    /// <summary>Up to this many stated zeros each has a finding that names its item; more are told together.</summary>
    public const int ZerosToldSingly = 5;

    // Reading by these can turn out quite another value than the sender meant (DOMAIN §6.3, §6.4).
    private static readonly HashSet<Tolerance> Doubtful = [Tolerances.PercentAtMostOne, Tolerances.TwoDigitYearFar];

    private readonly Dictionary<(Tolerance Tolerance, bool Doubtful), Dictionary<(int Sheet, CellAddress Address), SourceCell>> _used = [];
    private readonly List<Finding> _zeros = [];

    /// <summary>Notes that a cell needed these tolerances. A ratio is never doubtful: the department's own is used.</summary>
    public void Add(SourceCell source, IReadOnlyList<Tolerance> tolerances, bool isRatio)
    {
        foreach (var tolerance in tolerances)
        {
            if (tolerance == Tolerances.StatedZeroDash || tolerance == Tolerances.StatedZeroWord)
                continue;
            var key = (tolerance, !isRatio && Doubtful.Contains(tolerance));
            if (!_used.TryGetValue(key, out var cells))
                _used[key] = cells = [];
            cells.TryAdd((source.SheetIndex, source.Address), source);
        }
    }

    /// <summary>Notes a stated zero.</summary>
    public void AddZero(Finding zero) => _zeros.Add(zero);

    /// <summary>What is to be told, zeros first.</summary>
    public IEnumerable<Finding> Findings() => Zeros().Concat(_used.Select(used => Told(used.Key.Tolerance, used.Key.Doubtful, used.Value)));

    private List<Finding> Zeros() => _zeros.Count <= ZerosToldSingly
        ? _zeros
        : [new Finding(NormalisingFindings.StatedZeros, _zeros[0].Place) { Found = Cells(_zeros.Count), Expected = "จำนวน" }];

    private static Finding Told(Tolerance tolerance, bool doubtful, Dictionary<(int Sheet, CellAddress Address), SourceCell> cells)
    {
        var first = cells.MinBy(cell => cell.Key).Value;
        return new Finding(doubtful ? NormalisingFindings.ToleranceDoubtful : NormalisingFindings.ToleranceUsed, Place.At(first.Sheet, first.Address))
        {
            Subject = tolerance.Thai,
            Found = Cells(cells.Count),
        };
    }

    private static string Cells(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture) + " เซลล์";
}
