using System.Diagnostics;

namespace Dla.Etl.EndToEnd;

/// <summary>LibreOffice as another program that opens our workbooks.</summary>
internal static class Soffice
{
    /// <summary>Converts files into a folder; skips the test where there is no LibreOffice.</summary>
    /// <param name="place">Where its profile and what it writes go.</param>
    /// <param name="to">What to convert to, as its command line wants it.</param>
    /// <param name="files">What to convert.</param>
    public static void Convert(Place place, string to, params string[] files)
    {
        // It reads Thai file names only where the locale is one that the machine has.
        var start = new ProcessStartInfo("soffice") { RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["LC_ALL"] = "C.UTF-8" } };
        foreach (var word in new[] { $"-env:UserInstallation=file://{place["profile"]}", "--headless", "--convert-to", to, "--outdir", place.Path }.Concat(files))
            start.ArgumentList.Add(word);
        using var process = StartOrSkip(start);
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
            process.Kill(entireProcessTree: true);
        process.ExitCode.ShouldBe(0, said.GetAwaiter().GetResult() + complained.GetAwaiter().GetResult());
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            throw new SkipException("LibreOffice (soffice) is not on this machine.");
        }
    }
}
