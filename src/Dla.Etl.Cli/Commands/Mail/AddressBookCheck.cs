using System.Globalization;
using Dla.Etl.Reference;
using Dla.Etl.Running;
using Dla.Etl.Warehouse;

namespace Dla.Etl.Cli.Commands.Mail;

/// <summary>Whether the address book names units and posts that there are: a code or role with a slip of the pen lets nobody in and tells nobody anything.</summary>
internal static class AddressBookCheck
{
    /// <summary>A line of <c>doctor</c>. A book that is not there yet is no fault.</summary>
    public static CheckedThing Of(Workplace work, string path)
    {
        var book = work.Addresses;
        if (book is { Units.Count: 0, Posts.Count: 0 })
            return new("address book", [], $"{path}: ยังไม่มี · none yet");
        // Districts and authorities are below a province.
        var units = book.Units.Where(unit => Units.Find(UnitLevels.ProvinceOf(unit.Code)) is null).Select(unit => unit.Code).ToList();
        var named = work.Subscriptions.All.SelectMany(subscription => subscription.To).Concat(work.Reminders.Steps.Select(step => step.Role).OfType<string>()).ToHashSet(StringComparer.Ordinal);
        var unknown = book.Posts.Select(post => post.Role).Where(role => !named.Contains(role)).ToList();
        var lacking = named.Where(role => book.PostOf(role) is not { Addresses.Count: > 0 }).Order(StringComparer.Ordinal).ToList();
        return new(
            "address book",
            [
                .. units.Count > 0 ? [$"ไม่มีหน่วยงานที่มีรหัส {string.Join(", ", units)} กรุณาตรวจรหัสในสมุดที่อยู่ · no unit has this code"] : Array.Empty<string>(),
                .. unknown.Count > 0 ? [$"ไม่มีรายงานหรือการแจ้งเตือนใดส่งถึงตำแหน่ง {string.Join(", ", unknown)} กรุณาตรวจ role ในสมุดที่อยู่ ที่ใช้ได้คือ {string.Join(", ", named.Order(StringComparer.Ordinal))} · nothing is sent to this role"] : Array.Empty<string>(),
                .. lacking.Count > 0 ? [$"สมุดที่อยู่ไม่มีที่อยู่ของตำแหน่ง {string.Join(", ", lacking)} ซึ่งต้องได้รับรายงานหรือการแจ้งเตือน · no address for a role that is sent to"] : Array.Empty<string>(),
            ],
            string.Create(CultureInfo.InvariantCulture, $"{path}: {book.Units.Count} units, {book.Posts.Count} posts"));
    }
}
