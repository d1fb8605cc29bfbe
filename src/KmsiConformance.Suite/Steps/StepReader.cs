using KmsiConformance.Suite.Expressions;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps;

/// <summary>
/// Reads steps. One entry per verb; the schema has already said which keys exist, so this is about meaning.
/// <c>repeat</c> is written out: what runs is a flat list.
/// </summary>
internal static partial class StepReader
{
    private static readonly Dictionary<string, Func<YamlValue, YamlValue?, Step>> Verbs = new(StringComparer.Ordinal)
    {
        ["sign-in"] = SignIn,
        ["open"] = Open,
        ["sign-out"] = SignOut,
        ["replay-code"] = (verb, _) => new ReplayCodeStep(verb.Line, verb.Text),
        ["misuse-code"] = (verb, _) => MisuseCode(verb),
        ["refresh"] = Refresh,
        ["expect-token"] = (verb, _) => ExpectToken(verb),
        ["sign-in-at"] = (verb, _) => SignInAt(verb),
        ["expect-asked"] = (verb, _) => ExpectAsked(verb),
        ["wait"] = (verb, _) => new WaitStep(verb.Line, Duration(verb)),
        ["wait-until"] = (verb, _) => new WaitUntilStep(verb.Line, Parsed(verb, MomentExpression.Parse)),
        ["restart-browser"] = (verb, _) => new RestartBrowserStep(verb.Line, verb.Text),
        ["forget-app"] = (verb, _) => new ForgetAppStep(verb.Line, verb.Text),
        ["delete-cookie"] = (verb, _) => new ChangeCookieStep(verb.Line, "delete", Cookie(verb)),
        ["tamper-cookie"] = (verb, _) => new ChangeCookieStep(verb.Line, "tamper", Cookie(verb)),
        ["copy-cookie"] = (verb, _) => new ChangeCookieStep(verb.Line, "copy", Cookie(verb)),
        ["paste-cookie"] = (verb, _) => new ChangeCookieStep(verb.Line, "paste", Cookie(verb)),
        ["expect-cookie"] = ExpectCookie,
        ["expect-no-cookie"] = (verb, _) => new ExpectNoCookieStep(verb.Line, Cookie(verb)),
        ["expect-page"] = (verb, _) => ExpectPage(verb),
        ["expect-session-state"] = (verb, _) => new ExpectSessionStateStep(verb.Line, verb.Text),
        ["expect-session-id"] = (verb, _) => new ExpectSessionIdStep(verb.Line, verb.Text),
        ["expect-logout-token"] = (verb, _) => new ExpectLogoutTokenStep(verb.Line, verb.Get("app").Text, verb.Find("times")?.Number() ?? 1),
        ["expect-log"] = (verb, _) => new ExpectLogStep(verb.Line, verb.Get("code").Number(), verb.Find("times")?.Number() ?? 1, verb.Find("user")?.Text),
        ["renew"] = (verb, expect) => new RenewStep(verb.Line, verb.Text, Expectation(expect, "renewed")),
        ["expect-notified"] = (verb, _) => ExpectNotified(verb),
    };

    /// <summary>Reads a list of steps.</summary>
    /// <exception cref="SuiteException">A step cannot be understood.</exception>
    public static IEnumerable<Step> Read(YamlValue list)
    {
        foreach (var item in list.Items)
        {
            var (verb, value) = item.Entries.First(entry => entry.Key != "expect");
            if (verb == "repeat")
            {
                var body = Read(value.Get("steps")).ToList();
                for (var time = value.Get("times").Number(); time > 0; time--)
                {
                    foreach (var step in body) yield return step;
                }

                continue;
            }

            yield return Verbs.TryGetValue(verb, out var read)
                ? read(value, item.Find("expect"))
                : throw item.Problem($"'{verb}' is not a step. Known steps: {string.Join(", ", Verbs.Keys)}, repeat.");
        }
    }

    /// <summary>Reads a duration.</summary>
    /// <exception cref="SuiteException">It cannot be understood.</exception>
    public static DurationExpression Duration(YamlValue value) => Parsed(value, DurationExpression.Parse);

    private static SignInStep SignIn(YamlValue verb, YamlValue? expect) => new(
        verb.Line,
        verb.Get("app").Text,
        Expectation(expect, "signed-in"),
        verb.Get("user").Text,
        verb.Find("keep-me-signed-in")?.Truth(),
        verb.Find("password")?.Text == "wrong",
        IsOther(verb))
    {
        With = verb.Find("with")?.Text,
        Cancels = verb.Find("cancel")?.Truth() ?? false,
        DomainHint = verb.Find("domain-hint")?.Text,
        Prompt = verb.Find("prompt")?.Text,
        WrongCode = verb.Find("one-time-code")?.Text == "wrong",
        StaySignedIn = verb.Find("stay-signed-in")?.Text,
        DoNotAskAgain = verb.Find("do-not-ask-again")?.Truth(),
    };

    private static OpenStep Open(YamlValue verb, YamlValue? expect)
    {
        if (expect is null) throw verb.Problem("Expected 'expect: silent', 'prompt', 'app-session' or 'error: …' beside it: a visit that expects nothing proves nothing.");
        return verb.IsMap
            ? new OpenStep(verb.Line, verb.Get("app").Text, Expectation(expect, ""), verb.Find("prompt")?.Text, verb.Find("max-age")?.Number(), verb.Find("via")?.Text == "link", IsOther(verb)) { SendsHint = verb.Find("hint")?.Text == "last", With = verb.Find("with")?.Text, DomainHint = verb.Find("domain-hint")?.Text }
            : new OpenStep(verb.Line, verb.Text, Expectation(expect, ""), null, null, ByLink: false, OtherPolicy: false);
    }

    private static bool IsOther(YamlValue verb) => verb.Find("policy")?.Text == "other";

    private static ExpectCookieStep ExpectCookie(YamlValue verb, YamlValue? expect) => new(
        verb.Line,
        Cookie(verb),
        verb.Find("persistent")?.Truth(),
        verb.Find("lasts") is { } lasts ? Duration(lasts) : null,
        verb.Find("secure")?.Truth(),
        verb.Find("http-only")?.Truth(),
        verb.Find("site")?.Text,
        verb.Find("renewed")?.Truth());

    private static CookieName Cookie(YamlValue verb)
    {
        var role = verb.Get("role").Text;
        var app = (verb.Find("app") ?? verb.Find("provider"))?.Text;
        return role is "app-session" or "provider-session" && app is null
            ? throw verb.Problem($"{(role == "app-session" ? "An app-session cookie belongs to an app: expected the key 'app'" : "A provider-session cookie belongs to an identity provider: expected the key 'provider'")}.")
            : new CookieName(role, app);
    }

    private static ByProfile<string> Expectation(YamlValue? expect, string standard)
    {
        if (expect is null) return ByProfile<string>.Always(standard);
        if (!expect.IsMap) return ByProfile<string>.Always(expect.Text);
        if (expect.Find("error") is { } error) return ByProfile<string>.Always("error: " + error.Text);
        var named = expect.Entries.ToDictionary(
            entry => entry.Key,
            entry => entry.Value.IsMap ? "error: " + entry.Value.Get("error").Text : entry.Value.Text,
            StringComparer.Ordinal);
        return named.Remove("otherwise", out var otherwise) ? new ByProfile<string>(otherwise, named) : new ByProfile<string>(null, named);
    }

    private static T Parsed<T>(YamlValue value, Func<string, T> parse)
    {
        try
        {
            return parse(value.Text);
        }
        catch (FormatException unclear)
        {
            throw value.Problem(unclear.Message);
        }
    }
}
