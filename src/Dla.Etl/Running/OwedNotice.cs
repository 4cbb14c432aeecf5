using System.Data.Common;
using System.Globalization;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Intake;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>A revert of which the office has not been told.</summary>
internal sealed record OwedNotice
{
    public string VersionId { get; init; } = "";

    public string Form { get; init; } = "";

    public int FiscalYear { get; init; }

    public string Unit { get; init; } = "";

    public int Version { get; init; }

    public int RevertsVersion { get; init; }

    public string Reason { get; init; } = "";

    public string RevertedAt { get; init; } = "";

    public string ReceivedFileId { get; init; } = "";

    public int StoodVersion { get; init; }

    public string StoodFileId { get; init; } = "";

    /// <summary>The mail that the file gone back to came with; null for one of the drop folder.</summary>
    public string? MailId { get; init; }

    private Unit Office => Units.Get(UnitCode.Parse(Unit).Value);

    /// <summary>All that are owed, in the order of the reverts.</summary>
    public static IReadOnlyList<OwedNotice> All(DbConnection connection) =>
        connection.Query<OwedNotice>(SqlText.Beside(typeof(OwedNotice), "owed-notices")).AsList();

    /// <summary>The notice, to be put beside the answer to the file gone back to.</summary>
    public Reply Reply(DbConnection connection, FormCatalogue forms, AnswerWording wording) => new(
        VersionId, ReceivedFile.Get(connection, ReceivedFileId), Office.FolderName,
        string.Create(CultureInfo.InvariantCulture, $"กรมฯ กลับมาใช้ฉบับนี้ เป็นฉบับที่ {Version}"), RevertNoticeText.Compose(Notice(connection, forms), wording));

    /// <summary>What it says.</summary>
    public RevertNotice Notice(DbConnection connection, FormCatalogue forms)
    {
        var (file, stood) = (ReceivedFile.Get(connection, ReceivedFileId), ReceivedFile.Get(connection, StoodFileId));
        var period = Period.FromNumber(FiscalYear);
        return new RevertNotice
        {
            FormName = forms.Get(Form, period).ShortName, Owner = forms.Get(Form, period).Owner, Period = period, Unit = UnitNames.Of(connection, Office.Code, period.LastDay), RevertedAt = Instants.Parse(RevertedAt), Reason = Reason,
            Version = Version, RevertsVersion = RevertsVersion, File = new(RevertsVersion, file.ReceiptNumber, file.FileName, file.FirstSeenAt),
            Stood = new(StoodVersion, stood.ReceiptNumber, stood.FileName, stood.FirstSeenAt),
        };
    }
}
