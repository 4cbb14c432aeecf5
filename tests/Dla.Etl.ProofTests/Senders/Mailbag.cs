using System.Globalization;
using Dla.Etl.Samples;
using Dla.Etl.Samples.BadFiles;
using Dla.Etl.Samples.Drafts;
using Dla.Etl.Samples.Offices;

namespace Dla.Etl.ProofTests.Senders;

/// <summary>Everything that the offices send in a proof: chains of versions, the same bytes again, returns with mistakes, files that cannot be read. Synthetic.</summary>
/// <param name="random">Makes every choice.</param>
/// <param name="units">How many offices send: fewer make longer chains.</param>
public sealed class Mailbag(Random random, int units)
{
    // What is hostile by its size takes its time and proves nothing here; some of it is larger than the disk of the archive.
    private static readonly (string Extension, byte[] Bytes)[] s_bad =
        [.. BadFile.All.Select(file => (Path.GetExtension(file.Name), BytesOf(file))).Where(file => file.Item2.Length < 100_000)];

    private static readonly Action<DraftWorkbook>[] s_spoils = [Spoils.Negative, Spoils.BlankUnitAndWords, Spoils.Empty];

    // Spoils name cells that every manner with a row for each item has.
    private readonly Office[] _offices = [.. OfficeTable.All.Where(office => office.Manner.Pages == Samples.Layouts.Pages.OneTable).OrderBy(_ => random.Next()).Take(units)];
    private readonly List<Delivery> _sent = [];

    /// <summary>So many deliveries in the order in which they are sent.</summary>
    public IReadOnlyList<Delivery> Fill(int count)
    {
        // NPOI cannot make a workbook on a Thai thread.
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            return FillAsItIs(count);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private List<Delivery> FillAsItIs(int count)
    {
        while (_sent.Count < count)
        {
            var (office, year) = (_offices[random.Next(_offices.Length)], random.Next(2) == 0 ? 2563 : 2564);
            // Now and then an office corrects itself several times in a row.
            for (var row = random.Next(6) == 0 ? random.Next(2, 5) : 1; row > 0 && _sent.Count < count; row--)
                Send(office, year);
        }

        return _sent;
    }

    private void Send(Office office, int year)
    {
        var (folder, name) = (FolderOf(office), Named(office.FileName(year)));
        switch (random.Next(100))
        {
            case < 12 when _sent.Count > 0:
                var again = _sent[random.Next(_sent.Count)];
                Add(again.DropPath.Split('/') is [var same, _] ? same : "", Named(again.DropPath.Split('/')[^1]), again.Bytes);
                break;
            case < 24:
                Add(folder, name, office.Save(Spoilt(office, year)));
                break;
            case < 33:
                var (extension, bytes) = s_bad[random.Next(s_bad.Length)];
                Add(folder, Named($"{Path.GetFileNameWithoutExtension(office.FileName(year))}{extension}"), bytes);
                break;
            default:
                Add(folder, name, office.Save(office.Draw(Changed(office, year))));
                break;
        }
    }

    private void Add(string folder, string name, byte[] bytes) =>
        _sent.Add(new Delivery(folder.Length == 0 ? name : $"{folder}/{name}", bytes, random.Next(8) == 0));

    // Every version has figures of its own.
    private SampleReturn Changed(Office office, int year) => office.Return(year)
        .With(7, line => line with { Quantity = line.Quantity + random.Next(1, 400) })
        .With(13, line => line with { Quantity = line.Quantity + random.Next(1, 400) });

    private DraftWorkbook Spoilt(Office office, int year)
    {
        var draft = office.Draw(Changed(office, year));
        s_spoils[random.Next(s_spoils.Length)](draft);
        return draft;
    }

    private string FolderOf(Office office) => random.Next(12) switch
    {
        0 => "",
        1 => _offices[random.Next(_offices.Length)].Province.Folder,
        _ => office.Province.Folder,
    };

    // Most have a name of their own; a few come under the name of an earlier one.
    private string Named(string name) =>
        random.Next(25) == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{_sent.Count + 1:000} {name}");

    private static byte[] BytesOf(BadFile bad)
    {
        var folder = Directory.CreateTempSubdirectory("dla-proof-");
        try
        {
            return File.ReadAllBytes(bad.WriteInto(folder.FullName));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
