namespace Dla.Etl.Measures.Disbursement.FollowUp;

/// <summary>How an authority stands with one form of the month.</summary>
public enum FollowUpState : byte
{
    /// <summary>Entered by the deadline.</summary>
    OnTime,

    /// <summary>Entered after it.</summary>
    Late,

    /// <summary>Entered that there is nothing to report.</summary>
    Nothing,

    /// <summary>What was sent did not pass, and nothing earlier stands.</summary>
    Refused,

    /// <summary>Nothing came.</summary>
    NotSent,

    /// <summary>Need not report: no allocation of the authority is known in this fiscal year (specific grants only, S001).</summary>
    NotConcerned,
}

/// <summary>How an authority stands with one form.</summary>
/// <param name="State">In one word.</param>
/// <param name="Day">The day in Bangkok on which it was first entered, or on which what did not pass came; null when nothing came.</param>
/// <param name="IsOnTime">True when something stands and came by the deadline, nothing to report among it.</param>
/// <param name="ByProvince">True when it stands in (or failed with) the province's compilation.</param>
public sealed record FollowUpEntry(FollowUpState State, DateOnly? Day, bool IsOnTime, bool ByProvince)
{
    /// <summary>True when another return than the one that was first entered counts now.</summary>
    public bool IsReplaced { get; init; }

    /// <summary>True when something of it stands.</summary>
    public bool HasEntered => State is FollowUpState.OnTime or FollowUpState.Late or FollowUpState.Nothing;

    /// <summary>True when it has to report.</summary>
    public bool IsConcerned => State != FollowUpState.NotConcerned;
}

/// <summary>The words of the states.</summary>
public static class FollowUpWords
{
    /// <summary>As the sheets print it.</summary>
    public static string Thai(this FollowUpState state) => state switch
    {
        FollowUpState.OnTime => "ตรงเวลา",
        FollowUpState.Late => "ล่าช้า",
        FollowUpState.Nothing => "ไม่มีรายการ",
        FollowUpState.Refused => "ส่งแล้วไม่ผ่าน",
        FollowUpState.NotSent => "ยังไม่ส่ง",
        FollowUpState.NotConcerned => "ไม่พบการจัดสรร",
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "Not a state."),
    };
}
