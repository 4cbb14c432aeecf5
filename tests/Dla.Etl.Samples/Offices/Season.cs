using Dla.Etl.Samples.Drafts;

namespace Dla.Etl.Samples.Offices;

/// <summary>What departs from the rule “one good file, on time” in a year.</summary>
public sealed record Season
{
    /// <summary>Fiscal year of the figures.</summary>
    public required int Year { get; init; }

    /// <summary>Last day on time, in Bangkok.</summary>
    public required DateOnly Deadline { get; init; }

    /// <summary>Provinces that send nothing.</summary>
    public required IReadOnlyList<int> Missing { get; init; }

    /// <summary>When late ones arrive, and those at the very edge of the deadline, as local time.</summary>
    public required IReadOnlyDictionary<int, string> At { get; init; }

    /// <summary>Provinces whose only file is spoilt.</summary>
    public required IReadOnlyDictionary<int, Action<DraftWorkbook>> Rejected { get; init; }

    /// <summary>Province whose first file is spoilt, how, and when the good one follows.</summary>
    public required (int Province, Action<DraftWorkbook> Spoil, string At) Corrected { get; init; }

    /// <summary>Province that sends other figures after its first file was accepted: sub-activity, percent of the first figure, when.</summary>
    public required (int Province, int Item, int Percent, string At) Changed { get; init; }

    /// <summary>Province that sends the same bytes again, and when.</summary>
    public required (int Province, string At) Twice { get; init; }

    /// <summary>Both years.</summary>
    public static IReadOnlyList<Season> All { get; } =
    [
        new()
        {
            Year = 2563,
            Deadline = new DateOnly(2021, 5, 31),
            Missing = [58, 85, 96],
            At = new Dictionary<int, string>
            {
                [77] = "2021-05-31T23:59:41", // the last minute, on time
                [37] = "2021-06-01T00:04:10", // five minutes late
                [42] = "2021-06-01T09:12:05",
                [54] = "2021-06-02T14:40:37",
                [67] = "2021-06-04T11:05:52",
                [93] = "2021-06-09T16:21:18",
            },
            Rejected = new Dictionary<int, Action<DraftWorkbook>> { [91] = Spoils.BlankUnitAndWords, [49] = Spoils.SixItemsFiveValues },
            Corrected = (20, Spoils.OtherUnit, "2021-05-27T10:18:44"),
            Changed = (50, 7, 88, "2021-05-28T15:47:09"),
            Twice = (56, "2021-05-25T08:55:30"),
        },
        new()
        {
            Year = 2564,
            Deadline = new DateOnly(2022, 5, 31),
            Missing = [23, 38, 95],
            At = new Dictionary<int, string>
            {
                [12] = "2022-05-31T23:58:20",
                [64] = "2022-06-01T08:31:00",
                [81] = "2022-06-02T10:10:45",
                [36] = "2022-06-06T13:29:12",
                [93] = "2022-06-10T15:02:33",
            },
            Rejected = new Dictionary<int, Action<DraftWorkbook>> { [55] = Spoils.Negative, [70] = Spoils.Empty },
            Corrected = (91, Spoils.BlankUnitAndWords, "2022-05-30T09:26:51"),
            Changed = (73, 10, 109, "2022-05-26T14:14:14"),
            Twice = (47, "2022-05-24T11:32:08"),
        },
    ];
}
