using Dla.Etl.Samples;

if (args is not [var target] || target.StartsWith('-'))
{
    await Console.Error.WriteLineAsync("usage: dotnet run --project tests/Dla.Etl.Samples -- <output folder, in the repository: testdata>");
    return 64;
}

var (files, bytes) = (0, 0L);
foreach (var (path, content) in SampleFiles.All())
{
    var full = Path.Combine(target, path);
    Directory.CreateDirectory(Path.GetDirectoryName(full)!);
    await File.WriteAllBytesAsync(full, content);
    files++;
    bytes += content.Length;
}
Console.WriteLine($"{files} files, {bytes / 1024} KB, in {target}");
return 0;
