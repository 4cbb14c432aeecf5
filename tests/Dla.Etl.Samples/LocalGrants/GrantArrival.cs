using System.Globalization;
using Dla.Etl.Samples.Costs;
using Dla.Etl.Samples.Writers;

namespace Dla.Etl.Samples.LocalGrants;

/// <summary>A file of the season of grants and when it is dropped.</summary>
/// <param name="File">Its name below the folder of the year.</param>
/// <param name="Received">When, by the clock of Bangkok.</param>
/// <param name="Province">Whose folder it is dropped into.</param>
/// <param name="Table">What it says.</param>
/// <param name="Outcome">What should become of it.</param>
/// <param name="Container">What it is saved as.</param>
internal sealed record GrantArrival(string File, string Received, int Province, SampleTable Table, string Outcome, Container Container = Container.Xlsx)
{
    /// <summary>The head of the plan.</summary>
    public const string Head = "received,fiscal_year,period,province,file,folder,deliver_as,outcome,timing\n";

    /// <summary>Received after the 5th.</summary>
    public bool Late { get; init; }

    /// <summary>The form.</summary>
    public string Form => Table.Group switch { "grant" => "general-grant-disbursement", "project" => "specific-grant-status", _ => "development-plan-progress" };

    /// <summary>The line of the plan.</summary>
    public string Line
    {
        get
        {
            var (month, year) = (Table.More[0].Contains("เมษายน", StringComparison.Ordinal) ? "04" : "05", Table.More[0][^4..]);
            var folder = SampleProvince.All.Single(one => one.Code == Province).Folder;
            return string.Create(CultureInfo.InvariantCulture,
                $"{Received}:00+07:00,2566,{year}-{month},{Province:00},2566/{File},{folder},{Path.GetFileNameWithoutExtension(File)}{Container.Extension()},{Outcome},{(Late ? "late" : "on-time")}\n");
        }
    }
}
