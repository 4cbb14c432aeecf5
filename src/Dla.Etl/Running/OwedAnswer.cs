using System.Data.Common;
using Dapper;
using Dla.Etl.Definitions;
using Dla.Etl.Distribution;
using Dla.Etl.Findings;
using Dla.Etl.Intake;
using Dla.Etl.Reference;
using Dla.Etl.Values;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Running;

/// <summary>A decision that its sender has not heard of: everything the answer needs comes from the warehouse, so a run that was killed before answering costs nothing.</summary>
internal sealed record OwedAnswer
{
    public string OutcomeId { get; init; } = "";

    public string ReceivedFileId { get; init; } = "";

    public string Verdict { get; init; } = "";

    public string? Form { get; init; }

    public long? FiscalYear { get; init; }

    public string? Unit { get; init; }

    public string? Timeliness { get; init; }

    public long? Version { get; init; }

    public long LoadedRows { get; init; }

    /// <summary>How many columns of money were loaded: only of one does the sum mean anything, for received and disbursed do not add up.</summary>
    public long LoadedMoneyFields { get; init; }

    /// <summary>The sum of the money that was loaded; null when nothing was, or the form has none.</summary>
    public long? LoadedSatang { get; init; }

    public long? StoodVersion { get; init; }

    public long? StoodReceipt { get; init; }

    public string? StoodReceivedAt { get; init; }

    /// <summary>Who files the return that the file was recognised as, or null.</summary>
    public Unit? Office => Unit is null ? null : Units.Get(UnitCode.Parse(Unit).Value);

    /// <summary>All that the drop folder is owed, in the order decided. What came by mail is answered by mail.</summary>
    public static IReadOnlyList<OwedAnswer> All(DbConnection connection) => Query(
        connection, "WHERE r.mail_id IS NULL AND NOT EXISTS (SELECT 1 FROM answer a WHERE a.outcome_id = o.id) ORDER BY o.sequence");

    /// <summary>Those of the files that came at once with a mail, or that one release let in, by receipt number.</summary>
    public static IReadOnlyList<OwedAnswer> OfMail(DbConnection connection, OwedMailAnswer mail) => Query(
        connection, "WHERE r.mail_id = @Id AND coalesce(r.mail_release, 0) = @part ORDER BY r.receipt_number", new { mail.Id, part = mail.Release ?? 0 });

    private static List<OwedAnswer> Query(DbConnection connection, string which, object? parameters = null) =>
        connection.Query<OwedAnswer>($"{SqlText.Beside(typeof(OwedAnswer), "owed-answers")} {which}", parameters).AsList();

    /// <summary>The facts of the answer, with the findings as they were said then.</summary>
    public (ReceivedFile File, Answer Answer) Facts(DbConnection connection, FormCatalogue forms)
    {
        var file = ReceivedFile.Get(connection, ReceivedFileId);
        return (file, Answer(connection, file, forms, Said(Outcomes.Findings(connection, OutcomeId))));
    }

    /// <summary>Findings as they were told, whatever the catalogue says today; only the title and the slots are looked up.</summary>
    public static IReadOnlyList<Finding> Said(IEnumerable<StoredFinding> stored) =>
    [
        .. stored.Select(said => Finding.Told(
            FindingCatalogue.Find(said.Kind) ?? new FindingKind(said.Kind, said.Severity, said.Kind, said.Message, said.WhatToDo),
            said.Place, said.Message, said.WhatToDo) with
        {
            Severity = said.Severity,
            Subject = said.Subject,
            Found = said.Found,
            Expected = said.Expected,
        }),
    ];

    private Answer Answer(DbConnection connection, ReceivedFile file, FormCatalogue forms, IReadOnlyList<Finding> findings)
    {
        var form = Form is null ? null : forms.Get(Form, Period.FromNumber((int)FiscalYear!.Value));
        return new Answer
        {
            ReceiptNumber = file.ReceiptNumber,
            FileName = file.FileName,
            ReceivedAt = file.FirstSeenAt,
            Verdict = Verdicts.FromCode(Verdict),
            Findings = findings,
            FormName = form?.ShortName,
            Owner = form?.Owner,
            Period = form?.Period,
            Unit = Office is { } office && form is not null ? UnitNames.Of(connection, office.Code, form.Period.LastDay) : Office,
            Deadline = form?.Deadline,
            OnTime = Timeliness is null ? null : Timeliness == "on_time",
            Version = (int?)Version,
            Loaded = LoadedSatang is { } satang ? new LoadedMoney(LoadedRows, LoadedMoneyFields == 1 ? new Baht(satang) : null) : null,
            Standing = StoodVersion is null ? null : new((int)StoodVersion, StoodReceipt!.Value, Instants.Parse(StoodReceivedAt!)),
        };
    }
}
