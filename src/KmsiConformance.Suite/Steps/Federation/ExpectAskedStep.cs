using System.Globalization;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Federation;

/// <summary>Whether an identity provider was asked in the last step that used the browser.</summary>
/// <param name="For"><c>sign-in</c> or <c>sign-out</c>.</param>
/// <param name="Times">How often; 0 means not at all.</param>
public sealed record ExpectAskedStep(StepPlace Place, string Provider, string For, int Times) : Step(Place), IStepKind<ExpectAskedStep>
{
    public static string Verb => "expect-asked";

    public override IEnumerable<UsedName> Names => Used((NameKind.Provider, Provider, "provider"));

    public static ExpectAskedStep Read(StepSource source) => new(
        source.Place, source.Value.Get("provider").Text, source.Value.Get("for").Text, source.Find("times")?.Number() ?? 1);

    public override string Text(string profile) => Times switch
    {
        0 => $"{Provider} was not asked for a {For}",
        1 => $"{Provider} was asked for a {For} once",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Provider} was asked for a {For} {Times} times"),
    };
}
