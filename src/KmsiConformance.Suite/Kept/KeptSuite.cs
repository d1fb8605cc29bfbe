using System.IO.Compression;

namespace KmsiConformance.Suite.Kept;

/// <summary>The scenarios of an archive, laid out in a folder that is deleted when this is disposed.</summary>
public sealed class KeptSuite : IDisposable
{
    // Many times what any catalogue has.
    private const long Largest = 1L << 28;

    private readonly DirectoryInfo _folder;

    private KeptSuite(DirectoryInfo folder, ScenarioSuite suite) => (_folder, Suite) = (folder, suite);

    /// <summary>What it holds.</summary>
    public ScenarioSuite Suite { get; }

    /// <summary>Opens an archive that <see cref="SuiteArchive"/> wrote.</summary>
    /// <param name="into">The folder, which is empty or not there; null makes one in the temporary folder.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="InvalidDataException">It is no such archive, or was changed.</exception>
    /// <exception cref="SuiteException">Something in it is wrong.</exception>
    public static KeptSuite Open(string file, string? into = null)
    {
        if (!File.Exists(file))
            throw new FileNotFoundException(
                $"There is no {file}: the run was made by a version that did not keep its scenarios, or it is no run folder.", file);
        var folder = into is null ? Directory.CreateTempSubdirectory("kmsi-scenarios-") : Directory.CreateDirectory(into);
        try
        {
            return new KeptSuite(folder, SuiteLoader.Load(Extract(file, folder.FullName)));
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);

    private static string Extract(string file, string folder)
    {
        try
        {
            using var zip = ZipFile.OpenRead(file);
            if (zip.Entries.Sum(entry => entry.Length) > Largest) throw Problem(file, "it holds more than any scenarios folder");
            if (zip.Entries.GroupBy(entry => entry.FullName, StringComparer.OrdinalIgnoreCase).Any(same => same.Count() > 1))
                throw Problem(file, "it holds two files of one name");

            var name = Path.GetFileName(zip.Comment);
            var named = Path.Combine(folder, name is "" or "." or ".." ? "scenarios" : name);

            // Refuses names that lead out of the folder.
            zip.ExtractToDirectory(named);
            return named;
        }
        catch (Exception wrong) when (wrong is IOException and not FileNotFoundException)
        {
            throw Problem(file, wrong.Message, wrong);
        }
        catch (InvalidDataException wrong) when (wrong.InnerException is null && !wrong.Message.StartsWith(file, StringComparison.Ordinal))
        {
            throw Problem(file, wrong.Message, wrong);
        }
    }

    private static InvalidDataException Problem(string file, string what, Exception? inner = null) => new(
        $"{file} cannot be read: {what}. Expected the scenarios of the run as 'kmsi run' kept them. Take another folder, or run again.",
        inner);
}
