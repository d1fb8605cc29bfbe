using System.Globalization;

namespace KmsiConformance.Suite.Steps;

/// <summary>Signs in at an identity provider itself, before any app or login endpoint is involved.</summary>
public sealed record SignInAtStep(int Line, string Provider, string User) : Step(Line)
{
    public override string Text(string profile) => $"{User} signs in at {Provider} itself";
}

/// <summary>Whether an identity provider was asked in the last step that used the browser.</summary>
/// <param name="For"><c>sign-in</c> or <c>sign-out</c>.</param>
/// <param name="Times">How often; 0 means not at all.</param>
public sealed record ExpectAskedStep(int Line, string Provider, string For, int Times) : Step(Line)
{
    public override string Text(string profile) => Times switch
    {
        0 => $"{Provider} was not asked for a {For}",
        1 => $"{Provider} was asked for a {For} once",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Provider} was asked for a {For} {Times} times"),
    };
}
