namespace Dla.Etl.Findings.Kinds;

/// <summary>What the checks say about values.</summary>
public static class ValidationFindings
{
    /// <summary>A negative value where none can be.</summary>
    public static readonly FindingKind Negative = new("VAL-020", Severity.Error,
        "จำนวนติดลบ",
        "{subject} ติดลบ พบ {found}",
        "กรอกจำนวน{expected} ในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Below the least value.</summary>
    public static readonly FindingKind TooSmall = new("VAL-021", Severity.Error,
        "จำนวนต่ำกว่าเกณฑ์",
        "{subject} ต่ำกว่าที่กำหนด พบ {found} ต้องไม่น้อยกว่า {expected}",
        "ตรวจสอบและแก้จำนวนในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Above the greatest value.</summary>
    public static readonly FindingKind TooLarge = new("VAL-022", Severity.Error,
        "จำนวนสูงกว่าเกณฑ์",
        "{subject} สูงกว่าที่กำหนด พบ {found} ต้องไม่เกิน {expected}",
        "ตรวจสอบและแก้จำนวนในเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The sender's unit is not the form's.</summary>
    public static readonly FindingKind OtherUnit = new("VAL-030", Severity.Error,
        "หน่วยนับไม่ตรงกับแบบ",
        "หน่วยนับของ{subject} ไม่ตรงกับแบบ พบ “{found}” ต้องเป็น “{expected}”",
        "นับผลงานเป็น “{expected}” แล้วแก้จำนวนและหน่วยนับ (เซลล์ {cell}) ให้ตรงกัน แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The unit column says one thing, the quantity cell another.</summary>
    public static readonly FindingKind UnitsDisagree = new("VAL-031", Severity.Error,
        "หน่วยนับขัดกันเอง",
        "หน่วยนับของ{subject} ขัดกันเอง ในช่องจำนวนเขียนว่า “{found}” แต่ในช่องหน่วยนับเขียนว่า “{expected}”",
        "กรอกเฉพาะตัวเลขในเซลล์ {cell} และให้หน่วยนับอยู่ในช่องหน่วยนับเพียงที่เดียว แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The sender gave no unit; the form's is used. Once a group, at its first row.</summary>
    public static readonly FindingKind FormUnitUsed = new("VAL-032", Severity.Info,
        "ใช้หน่วยนับตามแบบ",
        "ไม่ได้ระบุหน่วยนับของ{subject} {found} แถว เริ่มที่ {cell} ระบบใช้หน่วยนับตามแบบ",
        "ไม่ต้องแก้ไข หากท่านนับเป็นหน่วยอื่น ให้แก้จำนวนตามหน่วยนับของแบบแล้วส่งมาใหม่");

    /// <summary>The form's unit is lost; the sender's own is kept. Once a group, at its first row.</summary>
    public static readonly FindingKind SenderUnitKept = new("VAL-033", Severity.Info,
        "ใช้หน่วยนับตามที่ผู้ส่งระบุ",
        "แบบไม่ได้กำหนดหน่วยนับของ{subject} {found} แถว เริ่มที่ {cell} ระบบใช้หน่วยนับตามที่ท่านระบุ",
        "ไม่ต้องแก้ไข จำนวนจะนำไปรวมเฉพาะกับจังหวัดที่ใช้หน่วยนับเดียวกัน");

    /// <summary>Neither the form nor the sender gives a unit.</summary>
    /// <remarks>
    /// A warning and no error: the form itself lost the unit, so the sender did nothing wrong and his figure stands.
    /// It is kept under the empty unit and added to no figure that has one.
    /// </remarks>
    public static readonly FindingKind UnitUnknown = new("VAL-034", Severity.Warning,
        "ไม่ทราบหน่วยนับ",
        "{subject} ไม่มีหน่วยนับ และแบบไม่ได้กำหนดไว้ ระบบบันทึกจำนวนไว้โดยไม่นำไปรวมกับจำนวนที่มีหน่วยนับ",
        "โปรดระบุหน่วยนับในแถวของเซลล์ {cell} แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>The sender changed a ratio.</summary>
    public static readonly FindingKind RatioChanged = new("VAL-040", Severity.Warning,
        "อัตราส่วนถูกแก้ไข",
        "{subject} ไม่ตรงกับแบบ พบ {found} ตามแบบคือ {expected}",
        "ไม่ต้องส่งใหม่ ระบบใช้อัตราส่วนตามแบบของกรมฯ ครั้งต่อไปโปรดอย่าแก้เซลล์ {cell}");

    /// <summary>A count differs from the program's own reference.</summary>
    public static readonly FindingKind OtherCount = new("VAL-050", Severity.Warning,
        "จำนวนไม่ตรงกับทะเบียน",
        "{subject} ไม่ตรงกับทะเบียนของกรมฯ พบ {found} ตามทะเบียนคือ {expected}",
        "ตรวจสอบจำนวนในเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>A total is not the sum of its parts.</summary>
    public static readonly FindingKind SumDiffers = new("VAL-060", Severity.Error,
        "ยอดรวมไม่เท่ากับผลบวก",
        "{subject} ไม่เท่ากับผลบวกของรายการย่อย พบ {found} ควรเป็น {expected}",
        "ตรวจสอบเซลล์ {cell} และรายการย่อยที่นำมารวม แก้ให้ตรงกัน แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Much more than the year before.</summary>
    public static readonly FindingKind MuchMore = new("VAL-070", Severity.Warning,
        "สูงกว่าปีก่อนมาก",
        "{subject} สูงกว่าปีก่อนมากผิดปกติ พบ {found} ปีก่อน {expected}",
        "ตรวจสอบจำนวนในเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Much less than the year before.</summary>
    public static readonly FindingKind MuchLess = new("VAL-071", Severity.Warning,
        "ต่ำกว่าปีก่อนมาก",
        "{subject} ต่ำกว่าปีก่อนมากผิดปกติ พบ {found} ปีก่อน {expected}",
        "ตรวจสอบจำนวนในเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Zero the year before, something now: no ratio can be formed.</summary>
    public static readonly FindingKind NewThisYear = new("VAL-072", Severity.Warning,
        "ปีก่อนเป็น 0 ปีนี้มีผลงาน",
        "{subject} ปีก่อนรายงานเป็น 0 แต่ปีนี้พบ {found}",
        "ตรวจสอบจำนวนในเซลล์ {cell} หากเริ่มมีผลงานปีนี้จริงไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Something the year before, zero now.</summary>
    public static readonly FindingKind GoneThisYear = new("VAL-073", Severity.Warning,
        "ปีก่อนมีผลงาน ปีนี้เป็น 0",
        "{subject} ปีนี้เป็น 0 แต่ปีก่อนรายงาน {expected}",
        "ตรวจสอบจำนวนในเซลล์ {cell} หากปีนี้ไม่มีผลงานจริงไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Counted in another unit than the year before: the figures cannot be compared.</summary>
    public static readonly FindingKind UnitSincePrevious = new("VAL-074", Severity.Warning,
        "หน่วยนับต่างจากปีก่อน",
        "หน่วยนับของ{subject} ต่างจากปีก่อน พบ “{found}” ปีก่อน “{expected}” จึงเปรียบเทียบกับปีก่อนไม่ได้",
        "ตรวจสอบหน่วยนับในแถวของเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");

    /// <summary>Figures that count the same local authorities differ (unit-cost-quantity).</summary>
    public static readonly FindingKind CountsDiffer = new("VAL-080", Severity.Warning,
        "จำนวน อปท. ในจังหวัดไม่ตรงกัน",
        "{subject} ไม่เท่ากับรายการอื่นที่นับ อปท. ในจังหวัดเดียวกัน พบ {found} อีกรายการคือ {expected}",
        "ตรวจสอบจำนวน อปท. ในจังหวัดในเซลล์ {cell} หากถูกต้องแล้วไม่ต้องส่งใหม่ หากไม่ถูกต้องให้แก้แล้วส่งไฟล์เดิมกลับมาใหม่");
}
