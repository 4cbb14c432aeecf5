namespace Dla.Etl.Intake.Mails;

/// <summary>What became of a message, as <c>received_mail.disposition</c> keeps it.</summary>
public enum MailDisposition
{
    /// <summary>What it brings was registered as received files.</summary>
    Taken,

    /// <summary>Kept, nothing registered until it is released: nobody knows its sender, or the mail server says it is not from whom it claims.</summary>
    Held,

    /// <summary>From a machine: never answered, nothing registered unless an operator releases it.</summary>
    Automatic,

    /// <summary>The same message again.</summary>
    Repeated,

    /// <summary>Nothing in it that could be a return.</summary>
    Nothing,

    /// <summary>Too large to be taken: only its header was read.</summary>
    TooLarge,

    /// <summary>The program broke on it again and again; kept for the operator.</summary>
    Unreadable,
}

/// <summary>The words for it.</summary>
public static class MailDispositions
{
    /// <summary>The value of a stored name.</summary>
    /// <exception cref="KeyNotFoundException">No value has that name.</exception>
    public static MailDisposition FromCode(string code) => Warehouse.StoredName.Parse<MailDisposition>(code);

    /// <summary>For people.</summary>
    public static string Thai(this MailDisposition disposition) => disposition switch
    {
        MailDisposition.Taken => "รับไฟล์แล้ว",
        MailDisposition.Held => "รออนุญาต",
        MailDisposition.Automatic => "อีเมลอัตโนมัติ",
        MailDisposition.Repeated => "อีเมลซ้ำ",
        MailDisposition.Nothing => "ไม่มีแบบรายงาน",
        MailDisposition.TooLarge => "ใหญ่เกินกำหนด",
        MailDisposition.Unreadable => "อ่านไม่ได้",
        _ => throw new ArgumentOutOfRangeException(nameof(disposition), disposition, "No such disposition."),
    };
}
