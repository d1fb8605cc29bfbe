using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Pages;

/// <summary>Looks for what opens the session where it must not be.</summary>
/// <param name="In">One of <see cref="Ledger.Vocabulary.SessionPlaces"/>.</param>
public sealed record ExpectNoSessionStep(StepPlace Place, string In) : Step(Place), IStepKind<ExpectNoSessionStep>
{
    public static string Verb => "expect-no-session";

    public override IEnumerable<UsedName> Names => [];

    public static ExpectNoSessionStep Read(StepSource source) => new(source.Place, source.Value.Get("in").Text);

    public override string Text(string profile) => $"the session is named in none of the {In}";
}
