using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Restarts;

/// <summary>Ends the browser's process and starts a new one on the same profile.</summary>
/// <param name="Kind">One of <see cref="RestartKind"/>.</param>
public sealed record RestartBrowserStep(StepPlace Place, string Kind) : Step(Place), IStepKind<RestartBrowserStep>
{
    public static string Verb => "restart-browser";

    public override IEnumerable<UsedName> Names => [];

    public static RestartBrowserStep Read(StepSource source) => new(source.Place, source.Value.Text);

    public override string Text(string profile) => Kind switch
    {
        RestartKind.RestoreSession => "restart the browser where the user left off",
        RestartKind.PrivateWindow => "close the browser and open a private window",
        _ => $"restart the browser ({Kind})",
    };
}
