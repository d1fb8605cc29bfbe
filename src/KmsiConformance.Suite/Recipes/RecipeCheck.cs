using System.Text.RegularExpressions;
using AngleSharp.Css.Parser;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Recipes;

/// <summary>
/// Holds a recipe against what recipes can say, before a browser goes by it: what is wrong there would otherwise look like something
/// that is wrong with a page.
/// </summary>
internal static partial class RecipeCheck
{
    // In the button of an identity provider: the id of the claims exchange behind it.
    private const string Exchange = "{exchange}";

    private static readonly string[] Lists =
    [
        "user-name", "user-name-first", "password", "submit", "keep-me-signed-in", "message", "error-page", "signed-out", "signed-in",
        "signed-in-as", "sign-out", "identity-provider", "in-transit", "leaves-by", .. AccountParts.All,
    ];

    private static readonly string[] Keys = ["extends", .. Lists, "script-fills", "interrupts", "wire", "cookies"];

    // Pages that come between, each with the answers that somebody may be asked to give.
    private static readonly Dictionary<string, string[]> Answers = new(StringComparer.Ordinal)
    {
        [PageKinds.Consent] = ["accept", "cancel"],
        [PageKinds.SelectAccount] = ["current", "other"],
        [PageKinds.ConfirmSignOut] = ["yes", "no"],
        [PageKinds.StaySignedIn] = ["yes", "no"],
        [PageKinds.SecondFactor] = ["verify"],
        [PageKinds.Notice] = ["continue"],
        [PageKinds.Throttled] = [],
    };

    /// <summary>Everything that is wrong.</summary>
    public static IEnumerable<SuiteProblem> Problems(YamlFile file) => file.Root.IsMap
        ? [.. Of(file.Root)]
        : [Problem(file.Root, "Expected a recipe: a map with keys such as user-name, password and submit (docs/recipes.md).")];

    private static IEnumerable<SuiteProblem> Of(YamlValue root)
    {
        foreach (var wrong in Unknown(root, Keys, "A recipe")) yield return wrong;
        foreach (var (key, value) in root.Entries.Where(entry => Lists.Contains(entry.Key)))
            foreach (var wrong in Selectors(value, key == "identity-provider")) yield return wrong;
        foreach (var wrong in ScriptFills(root.Find("script-fills"))) yield return wrong;
        foreach (var wrong in Interrupts(root.Find("interrupts"))) yield return wrong;
        foreach (var wrong in root.Find("wire") is { } wire ? Wire(wire) : []) yield return wrong;
        foreach (var wrong in Cookies(root.Find("cookies"))) yield return wrong;
        if (root.Find("extends") is { } extends && !IsWord(extends)) yield return Problem(extends, "Expected the name of a recipe.");
    }

    private static IEnumerable<SuiteProblem> Unknown(YamlValue map, IReadOnlyCollection<string> known, string what)
    {
        foreach (var (key, value) in map.Entries.Where(entry => !known.Contains(entry.Key)))
            yield return Problem(
                value, $"{what} has no key '{key}'.{NearestName.Hint(key, known)} "
                + (known.Count > 0 ? $"Known: {string.Join(", ", known)}." : "It has none at all."));
    }

    private static IEnumerable<SuiteProblem> Selectors(YamlValue list, bool isOfProvider = false)
    {
        if (!list.IsList) return [Problem(list, "Expected a list of CSS selectors, such as [\"#next\"].")];
        return list.Items.Select(item => Selector(item, isOfProvider)).OfType<SuiteProblem>();
    }

    private static SuiteProblem? Selector(YamlValue item, bool isOfProvider) => !IsWord(item)
        ? Problem(item, "Expected a CSS selector, such as \"#next\", or 'meaning:' and a name.")
        : Meaning.Of(item.Text) is { } meant
            ? Meaning.All.Contains(meant) ? null : Problem(
                item, $"Nothing is found by the meaning '{meant}'.{NearestName.Hint(meant, Meaning.All)} "
                + $"Known: {string.Join(", ", Meaning.All)}.")
        : IsSelector(isOfProvider ? item.Text.Replace(Exchange, "exchange", StringComparison.Ordinal) : item.Text) ? null
        : Problem(
            item, $"'{item.Text}' is no CSS selector that browsers understand: look for a bracket, a quotation mark or a parenthesis "
            + "that is left open, and for a name that begins with a digit. Expected one such as \"#next\" or \"button[type=submit]\".");

    private static bool IsSelector(string text)
    {
        try
        {
            return new CssSelectorParser().ParseSelector(text) is not null;
        }
        catch (Exception broken) when (broken is ArgumentException or InvalidOperationException or AngleSharp.Dom.DomException)
        {
            return false;
        }
    }

    private static IEnumerable<SuiteProblem> ScriptFills(YamlValue? fills)
    {
        if (fills is null) yield break;
        if (!fills.IsMap)
        {
            yield return Problem(fills, "Expected a map from the CSS selector of a field to what a script puts there.");
            yield break;
        }

        foreach (var (selector, value) in fills.Entries)
        {
            if (!IsSelector(selector)) yield return Problem(value, $"'{selector}' is no CSS selector. Expected that of a field.");
            if (value.IsMap || value.IsList) yield return Problem(value, "Expected the text that a script puts into the field.");
        }
    }

    private static IEnumerable<SuiteProblem> Interrupts(YamlValue? interrupts)
    {
        if (interrupts is null) yield break;
        if (!interrupts.IsMap)
        {
            yield return Problem(interrupts, $"Expected a map with pages that come between: {string.Join(", ", Answers.Keys)}.");
            yield break;
        }

        foreach (var wrong in Unknown(interrupts, Answers.Keys, "What comes between")) yield return wrong;
        foreach (var (name, page) in interrupts.Entries.Where(entry => Answers.ContainsKey(entry.Key)))
        {
            if (!page.IsMap)
            {
                yield return Problem(page, "Expected a map with the keys page and answers.");
                continue;
            }

            foreach (var wrong in Unknown(page, ["page", "answers", "box", "field"], "A page that comes between")) yield return wrong;
            foreach (var key in new[] { "page", "box", "field" })
                foreach (var wrong in page.Find(key) is { } list ? Selectors(list) : []) yield return wrong;
            if (page.Find("page") is null)
                yield return Problem(page, "Expected the key 'page', with selectors by which the page is known.");
            if (page.Find("answers") is not { } answers) continue;
            if (!answers.IsMap)
            {
                yield return Problem(answers, "Expected a map from each answer to the selectors of its button.");
                continue;
            }

            foreach (var wrong in Unknown(answers, Answers[name], $"'{name}'")) yield return wrong;
            foreach (var (_, list) in answers.Entries)
                foreach (var wrong in Selectors(list)) yield return wrong;
        }
    }

    private static IEnumerable<SuiteProblem> Wire(YamlValue wire)
    {
        foreach (var wrong in Shape(wire, "The wire calls", ["settings", "credentials", "confirmed"], [])) yield return wrong;
        if (!wire.IsMap) yield break;
        if (wire.Find("credentials") is { } call)
        {
            foreach (var wrong in Shape(call, "The call", ["post", "message"], ["headers", "fields", "accepted"])) yield return wrong;
            foreach (var wrong in call.IsMap ? Call(call) : []) yield return wrong;
        }

        if (wire.Find("confirmed") is not { } confirmed) yield break;
        foreach (var wrong in Shape(confirmed, "The address", ["get"], [])) yield return wrong;
        if (confirmed.IsMap && confirmed.Find("get") is { } get && Address(get) is { } bad) yield return bad;
    }

    private static IEnumerable<SuiteProblem> Call(YamlValue call)
    {
        if (call.Find("post") is { } post && Address(post) is { } bad) yield return bad;
        foreach (var key in new[] { "headers", "fields", "accepted" })
        {
            if (call.Find(key) is not { } map) continue;
            if (!map.IsMap)
            {
                yield return Problem(map, "Expected a map (key: value).");
                continue;
            }

            foreach (var (name, value) in map.Entries)
            {
                if (value.IsMap || value.IsList) yield return Problem(value, "Expected a single value.");
                else if (key != "accepted" && Template(value) is { } broken) yield return broken;
                else if (key == "headers" && !HeaderName().IsMatch(name))
                    yield return Problem(value, $"'{name}' is no name of a header: expected letters, digits and hyphens.");
                else if (key == "headers" && value.Text.AsSpan().IndexOfAny('\r', '\n') >= 0)
                    yield return Problem(
                        value, "A header stands on one line, and this one has a line end. Leave it out: write the value in quotation "
                        + "marks, without \\r and \\n, or without the | in front of it.");
            }
        }
    }

    private static IEnumerable<SuiteProblem> Shape(YamlValue map, string what, string[] needed, string[] other)
    {
        if (!map.IsMap)
        {
            yield return Problem(map, $"Expected a map with the keys {string.Join(", ", needed.Concat(other))}.");
            yield break;
        }

        foreach (var wrong in Unknown(map, [.. needed, .. other], what)) yield return wrong;
        foreach (var key in needed.Where(key => map.Find(key) is null)) yield return Problem(map, $"Expected the key '{key}' here.");
    }

    private static SuiteProblem? Address(YamlValue value) => !IsWord(value)
        ? Problem(value, "Expected an address, which may hold places such as {+hosts.tenant}.")
        : Template(value) ?? (value.Text.Any(char.IsWhiteSpace)
            ? Problem(value, "An address holds no spaces and no line ends. Leave them out, or write %20.") : null);

    // {name} and {+name}, with names of settings: words with dots between them.
    private static SuiteProblem? Template(YamlValue value)
    {
        var left = Place().Replace(value.Text, "");
        var at = left.AsSpan().IndexOfAny('{', '}');
        return at < 0 ? null : Problem(
            value, $"'{left[at..][..Math.Min(20, left.Length - at)]}' is no place for a setting: expected {{name}} or {{+name}}, opened "
            + "and closed, with a name such as csrf or hosts.tenant.");
    }

    private static IEnumerable<SuiteProblem> Cookies(YamlValue? cookies)
    {
        if (cookies is null) yield break;
        if (!cookies.IsMap)
        {
            yield return Problem(cookies, "Expected a map from roles to names of cookies, such as { sso: [session] }.");
            yield break;
        }

        foreach (var (role, names) in cookies.Entries)
        {
            if (!names.IsList)
            {
                yield return Problem(names, $"Expected a list of cookie names, such as {role}: [session].");
                continue;
            }

            foreach (var name in names.Items.Where(name => !IsWord(name) || !CookieName().IsMatch(name.Text)))
                yield return Problem(
                    name, "No cookie has such a name. Expected letters, digits and signs but no space, comma, semicolon or equals sign; * "
                    + "stands for any letters.");
        }
    }

    private static bool IsWord(YamlValue value) => !value.IsMap && !value.IsList && !string.IsNullOrWhiteSpace(value.Text);

    private static SuiteProblem Problem(YamlValue at, string message) => at.Problem(message).Problems[0];

    [GeneratedRegex(@"\{\+?[A-Za-z0-9_]+(\.[A-Za-z0-9_]+)*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Place();

    [GeneratedRegex("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$", RegexOptions.None, 1000)]
    private static partial Regex HeaderName();

    [GeneratedRegex(@"^[^\s,;=""\\()]+$", RegexOptions.None, 1000)]
    private static partial Regex CookieName();
}
