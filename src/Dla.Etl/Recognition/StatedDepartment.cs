using Dla.Etl.Findings.Kinds;
using Dla.Etl.Normalising;
using Dla.Etl.Reference;
using Dla.Etl.Values;

namespace Dla.Etl.Recognition;

/// <summary>A form that the department itself files names no province; only a province's folder may contradict that.</summary>
internal static class StatedDepartment
{
    /// <summary>The department, or null after an ERROR.</summary>
    public static UnitCode? Decide(Delivery delivery, RecognitionNotes notes)
    {
        if (delivery.Folder is not { } folder || Units.OfFolder(folder) == Units.Department || ProvinceNames.FindIn(folder) is not [var province, ..])
            return UnitCode.Department;
        notes.Add(RecognitionFindings.ProvinceContradiction, default, found: $"โฟลเดอร์ “{folder}” ระบุ{province.NameThai}", expected: $"แบบนี้{Units.Department.Called}เป็นผู้ส่ง");
        return null;
    }
}
