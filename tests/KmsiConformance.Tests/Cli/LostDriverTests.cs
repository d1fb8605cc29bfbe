using NUnit.Framework;

namespace KmsiConformance.Tests.Cli;

/// <summary>The program that drives the browsers may die, as for want of memory: what comes after it is run all the same.</summary>
[Platform("Linux")]
[Category("Browser")]
internal sealed class LostDriverTests
{
    [Test]
    public async Task Scenarios_after_the_death_of_the_driver_get_another()
    {
        var folder = Directory.CreateTempSubdirectory("kmsi-lost-");
        try
        {
            using var kmsi = Kmsi.Start(
                "run", "--browser", "chromium", "--workers", "1", "--only", "sign-in/a-*", "--out", Path.Combine(folder.FullName, "run"));
            string? line;
            do line = await kmsi.LineAsync();
            while (line is not null && !line.StartsWith("[2/", StringComparison.Ordinal));
            Assert.That(line, Is.Not.Null);
            Kmsi.Signal("KILL", Driver(kmsi.Id));
            var (_, output, error) = await kmsi.EndAsync();

            // The one that was under way, at most.
            int Count(string verdict) => output.Split('\n').Count(said => said.Contains($"] {verdict}", StringComparison.Ordinal));
            Assert.That(Count("ERROR"), Is.LessThan(2), output + error);
            Assert.That(Count("PASSED"), Is.GreaterThan(3), output + error);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Driver(int parent) => Directory.EnumerateDirectories("/proc")
        .Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
        .Single(id => id > 0 && IsDriver(id, parent));

    private static bool IsDriver(int id, int parent)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Contains("run-driver", StringComparison.Ordinal)
                && File.ReadAllLines($"/proc/{id}/status").Contains($"PPid:\t{parent}");
        }
        catch (IOException)
        {
            // It has ended meanwhile.
            return false;
        }
    }
}
