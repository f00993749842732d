using CareMetrics.Coverage;

string path = args is [var given] ? given : "docs/coverage.md";
await File.WriteAllTextAsync(path, CoveragePage.Text(CoveragePage.Sections(1, Console.Error.WriteLine)));
Console.WriteLine($"wrote {path}");
