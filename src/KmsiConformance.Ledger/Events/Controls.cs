using System.Text.Json.Serialization;

namespace KmsiConformance.Ledger;

/// <content>What the harness wanted to use on a page and did not find.</content>
[JsonDerivedType(typeof(ControlMissing), "control-missing")]
public abstract partial record Event;

/// <summary>A control was to be used, and the page that was shown has none: nothing was filled in, and nothing sent.</summary>
/// <param name="Site">The site whose page it is.</param>
/// <param name="Url">The page, with its parameters masked.</param>
/// <param name="Control">What it is, for example <c>password field</c>.</param>
/// <param name="RecipeKey">The key of the recipe that says how to find it; null where no recipe does.</param>
public sealed record ControlMissing(string Site, string Url, string Control, string? RecipeKey) : Event
{
    /// <summary>The recipe's key for the keep-me-signed-in box, the one control that a policy may promise.</summary>
    public const string KeepMeSignedIn = "keep-me-signed-in";
}
