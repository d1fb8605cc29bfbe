using KmsiConformance.Clocks.Processes;
using KmsiConformance.Ledger;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Kept;

namespace KmsiConformance.Cli;

/// <summary>The scenarios that a run has kept, in a folder that is deleted also where this process is killed.</summary>
internal sealed class KeptScenarios : IDisposable
{
    private readonly string _folder;
    private readonly KeptSuite _kept;

    private KeptScenarios(string folder, KeptSuite kept) => (_folder, _kept) = (folder, kept);

    public ScenarioSuite Suite => _kept.Suite;

    /// <summary>Opens those of a run folder.</summary>
    /// <exception cref="FileNotFoundException">It has none.</exception>
    /// <exception cref="InvalidDataException">They were changed.</exception>
    public static KeptScenarios Of(RunFolder run)
    {
        var folder = Belongings.MakeFolder("kmsi-scenarios-");
        try
        {
            return new KeptScenarios(folder, KeptSuite.Open(run.ScenariosFile, folder));
        }
        catch
        {
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
            Belongings.Forget(folder);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _kept.Dispose();
        Belongings.Forget(_folder);
    }
}
