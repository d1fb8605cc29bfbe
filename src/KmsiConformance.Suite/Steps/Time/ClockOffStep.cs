using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Time;

/// <summary>Puts clocks ahead of the right time, behind it, or right again. Nobody else notices.</summary>
/// <param name="Clocks">How far each is off, by <see cref="ClockOwners"/>.</param>
public sealed record ClockOffStep(StepPlace Place, IReadOnlyList<(string Whose, ClockError Error)> Clocks)
    : Step(Place), IStepKind<ClockOffStep>
{
    public static string Verb => "clock-off";

    public override IEnumerable<UsedName> Names => [];

    public static ClockOffStep Read(StepSource source) => new(
        source.Place,
        [.. source.Value.Entries.Select(entry => (entry.Key, StepSource.Parsed(entry.Value, ClockError.Parse)))]);

    /// <summary>Whether it is about somebody's clock.</summary>
    public bool Concerns(string whose) => Clocks.Any(clock => clock.Whose == whose);

    public override IEnumerable<string> Misfits(Scenario scenario)
    {
        if (Concerns(ClockOwners.Browser) && scenario.Devices.Count > 0)
            yield return "Nothing says which of the devices has the wrong clock. Leave out 'browser', or devices.";
        if (Concerns(ClockOwners.Browser) && scenario.RealTime)
            yield return "'clock: real' touches no clock, and so none is off. Leave out 'browser', or 'clock: real'.";
        if (Concerns(ClockOwners.Providers) && scenario.Providers.Count == 0)
            yield return "There are no identity providers here whose clocks could be off. Leave out 'providers', or name some under "
                + "identity-providers.";
        if (Concerns(ClockOwners.Apps) && scenario.Apps.Values.Any(app => app.IsSite))
            yield return "A site has no clock but the login endpoint's. Write 'server' for 'apps', or leave out the profile.";
    }

    public override string Text(string profile) =>
        string.Join(", ", Clocks.Select(clock => $"the clock of the {clock.Whose} is {clock.Error}"));
}
