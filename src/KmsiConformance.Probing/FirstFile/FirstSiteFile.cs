using System.Text;
using System.Text.RegularExpressions;

namespace KmsiConformance.Probing.FirstFile;

/// <summary>Writes the first target file of a site that speaks no protocol: what was seen, and what its owner has to say.</summary>
/// <param name="address">A page of the site: the sign-in page, or one that needs a sign-in.</param>
/// <param name="users">The accounts.</param>
/// <param name="recipe">The recipe, as the file is to name it.</param>
public sealed partial class FirstSiteFile(Uri address, IReadOnlyList<FirstUser> users, string recipe)
{
    /// <summary>The text of the file.</summary>
    /// <param name="seen">What a look at a sign-in showed; null before it: the address is taken for the protected page.</param>
    public string Text(SeenSession? seen)
    {
        var text = new StringBuilder();
        void Line(string line = "") => text.Append(line).Append('\n');

        var origin = address.GetLeftPart(UriPartial.Authority);
        Line($"# {origin}, as a look at its sign-in page showed. Read it through: what says GUESS is yours to say, and every promise.");
        Line("# kmsi list --target shows what will run, kmsi probe --target whether all is as the file says, kmsi run --target judges.");
        Line("profile: web");
        Line($"recipe: {FirstLines.Yaml(recipe)}");
        Line("protocol: none");
        Line("kind: remote");
        Line($"address: {FirstLines.Yaml(origin)}");
        Line();
        FirstLines.Cookies(Line, seen);
        Policy(Line, seen);
        Line();
        App(Line, seen);
        Line();
        FirstLines.Users(Line, users);
        Line();
        FirstLines.Clock(Line);
        return text.ToString();
    }

    // A guess would be judged as a promise, and here it need not be made.
    private static void Policy(Action<string> line, SeenSession? seen)
    {
        line("# What its owner promises. Scenarios hold it to that; what is left out is not judged. Take away the # of a promise.");
        foreach (var note in seen?.Notes ?? []) line($"# Seen: {note}.");
        line("policy:");
        line($"  # session: {(seen?.Unkept is { } length ? FirstLines.Length(length) : "1 hour")}");
        if (seen?.OffersBox == true) line($"  # keep-alive: {(seen.Kept is { } days ? FirstLines.Length(days) : "14 days")}");
        line("  # expiry: rolling   # or absolute, where use does not extend it");
        line($"  keep-me-signed-in: {FirstLines.Box(seen?.OffersBox == true)}");
        FirstLines.From(line, "or 'nothing is promised'");
    }

    private void App(Action<string> line, SeenSession? seen)
    {
        // Where nobody was led away the address itself is the sign-in page, and what came after it is the page that needs one.
        var isSignInPage = seen?.AskedAt is { } asked && asked.AbsolutePath == address.AbsolutePath;
        var shown = isSignInPage ? seen!.EndedAt ?? address : address;
        if (!isSignInPage && seen is { IsRecognised: false })
            line(
                $"# Nothing on {shown.AbsolutePath} showed that somebody is signed in: a recipe of your own says what does ('signed-in').");
        line("apps:");
        line("  groceries:");
        line("    kind: site");
        line($"    protected: {FirstLines.Yaml(shown.AbsolutePath)}{(isSignInPage ? "  # GUESS: what came after the sign-in" : "")}");
        line("    # sign-out: /path   # where another page has the button that signs out");
        line("  # pharmacy: { kind: site, protected: /path }   # a second page that needs a sign-in: then more can be judged");
        if (seen?.AskedAt is not { } page) return;
        if (ReturnParameter().Match(page.Query) is { Success: true } found)
        {
            line($"    sign-in: {FirstLines.Yaml(page.AbsolutePath)}");
            line($"    return-parameter: {found.Groups["name"].Value}");
        }
        else
        {
            line($"    # sign-in: {page.AbsolutePath}");
            line("    # return-parameter: returnUrl   # where that page takes an address to go to afterwards");
        }
    }

    [GeneratedRegex(
        "[?&](?<name>return|return_?url|return_?to|redirect|redirect_?to|redirect_?ur[il]|next|continue|back_?url|goto|target|dest|"
        + "destination|from)=",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReturnParameter();
}
