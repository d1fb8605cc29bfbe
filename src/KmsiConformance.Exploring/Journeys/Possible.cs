using KmsiConformance.Model;

namespace KmsiConformance.Exploring.Journeys;

/// <summary>What a gene stands for at some point of a journey.</summary>
internal static class Possible
{
    private delegate Act? Maker(Gene gene, Ground ground, Documents documents, Belief belief);

    // Those of posted requests, with whatever may stand beside them.
    private static readonly string?[] Prompts = [null, "login", "none", "login consent", "consent login"];

    // Simple ones first; what is worth more tries is listed more often.
    private static readonly Maker[] Kinds =
    [
        (gene, ground, _, belief) => At(gene, ground, belief),
        (gene, ground, _, belief) => At(gene, ground, belief) with { Keep = true },
        Waiting,
        (gene, ground, _, belief) => At(gene, ground, belief) with { Answer = Answer.Nothing },
        (gene, _, _, _) => new Restart((RestartKind)(gene.Variant % 4)),
        Forgetting,
        Leaving,
        Waiting,
        (gene, ground, _, belief) => At(gene, ground, belief) with { Keep = true },
        (gene, ground, _, belief) => At(gene, ground, belief) with { Answer = Answer.Nothing },
        Forgetting,
        Waiting,
        Waiting,
        Waiting,
        (gene, ground, _, belief) => At(gene, ground, belief) with { Keep = false },
        (_, _, _, _) => new Restart(RestartKind.Quit),
        (gene, ground, _, belief) => ground.HasPrompt
            ? At(gene, ground, belief) with { Prompt = "login", Keep = gene.Variant % 3 == 2 } : null,
        (gene, ground, _, belief) => ground.HasPrompt ? At(gene, ground, belief) with { Prompt = "none" } : null,
        Waiting,
        (gene, ground, documents, belief) => ground.HasMaxAge
            ? At(gene, ground, belief) with { Answer = Answer.Nothing, MaxAge = Ages(documents)[gene.Variant % 4] } : null,
        (gene, ground, _, belief) => At(gene, ground, belief) with { Answer = Answer.WrongPassword },
        (_, _, _, _) => new TouchCookies(CookieDeed.CopySession),
        (_, _, _, _) => new TouchCookies(CookieDeed.PasteSession),
        Leaving,
        (_, _, _, _) => new TouchCookies(CookieDeed.CopySession),
        (_, _, _, _) => new TouchCookies(CookieDeed.PasteSession),
        (gene, ground, _, belief) => !ground.PostsRequests ? null
            : At(gene, ground, belief) with { Answer = Answer.Nothing, ByForm = true, Prompt = Prompts[gene.Variant % Prompts.Length] },
        (gene, ground, _, belief) => ground.HasHints
            ? At(gene, ground, belief) with { Answer = Answer.Nothing, SendsHint = true, ByForm = gene.Variant % 2 == 1 } : null,
        (gene, ground, _, belief) => ground.HasSecondTries
            ? At(gene, ground, belief) with { Answer = Answer.SecondTry, Keep = gene.Variant % 2 == 0 } : null,
        LeavingUnannounced,
        (gene, ground, _, _) => new Refresh(App(gene, ground)),
        (_, _, _, _) => new TouchCookies(CookieDeed.DeleteSession),
        (_, _, _, _) => new TouchCookies(CookieDeed.AlterSession),
        (_, _, _, _) => new TouchCookies(CookieDeed.ClearAll),
        LeavingForElsewhere,
        (gene, ground, _, _) => new UseDevice(ground.Cast.Devices[gene.Variant % ground.Cast.Devices.Count]),
        (gene, ground, _, belief) => AtProvider(gene, ground, belief) is { } visit ? visit with { Keep = true } : null,
        (gene, ground, _, belief) => AtProvider(gene, ground, belief),
        (gene, ground, _, belief) => AtProvider(gene, ground, belief) is { } visit ? visit with { Answer = Answer.Nothing } : null,
        (gene, ground, _, belief) => AtProvider(gene, ground, belief) is { } visit && gene.Variant % 3 == 0
            ? visit with { Answer = Answer.WrongPassword } : null,
        (gene, ground, _, _) => ground.HasProvider ? new SignInAtProvider(ground.Cast.Users[gene.User % ground.Cast.Users.Count]) : null,
        (_, ground, _, _) => ground.HasProvider ? new TouchCookies(CookieDeed.ForgetProvider) : null,
    ];

    // Where no app ever registered to be left for, by the words of scenarios.
    private static readonly string[] Elsewhere =
        ["unregistered", "longer-path", "longer-host", "extra-query", "userinfo", "scheme-relative", "backslash", "other-app"];

    /// <summary>How many kinds of acts there are.</summary>
    public static int KindCount => Kinds.Length;

    /// <summary>The act; null where the target has no such thing.</summary>
    public static Act? Of(Gene gene, Ground ground, Documents documents, Belief belief) =>
        Kinds[gene.Kind % Kinds.Length](gene, ground, documents, belief);

    // Mostly at an app that has no session of its own: the others ask nobody.
    private static Visit At(Gene gene, Ground ground, Belief belief) =>
        new(App(gene, ground, belief), Answer.Credentials, ground.Cast.Users[gene.User % ground.Cast.Users.Count])
        {
            UnderOtherPolicy = ground.HasOtherPolicy && gene.Variant % 4 == 3,
        };

    private static Visit? AtProvider(Gene gene, Ground ground, Belief belief) =>
        ground.HasProvider ? At(gene, ground, belief) with { AtProvider = true } : null;

    private static string App(Gene gene, Ground ground, Belief belief)
    {
        var asking = ground.Cast.Apps
            .Where(app => belief.Jar.Apps.GetValueOrDefault(app) is not { } own || belief.HasCome(own.Ends) == true).ToList();
        return asking.Count == 0 || gene.Variant % 8 == 7 ? App(gene, ground) : asking[gene.App % asking.Count];
    }

    private static string App(Gene gene, Ground ground) => ground.Cast.Apps[gene.App % ground.Cast.Apps.Count];

    private static SignOut? Leaving(Gene gene, Ground ground, Documents documents, Belief belief) =>
        SignedInto(gene, belief) is { } app ? new SignOut(app) : null;

    private static SignOut? LeavingForElsewhere(Gene gene, Ground ground, Documents documents, Belief belief) =>
        SignedInto(gene, belief) is { } app ? new SignOut(app) { ReturnTo = Elsewhere[gene.Variant % Elsewhere.Length] } : null;

    // Without a hint, so that the endpoint asks.
    private static SignOut? LeavingUnannounced(Gene gene, Ground ground, Documents documents, Belief belief) =>
        ground.AsksAboutSignOuts && SignedInto(gene, belief) is { } app
            ? new SignOut(app) { Confirmed = gene.Variant % 3 != 0, ByForm = gene.Variant % 2 == 1 } : null;

    // An app that was forgotten asks the login endpoint at once.
    private static TouchCookies? Forgetting(Gene gene, Ground ground, Documents documents, Belief belief) =>
        SignedInto(gene, belief) is { } app ? new TouchCookies(CookieDeed.ForgetApp) { App = app } : null;

    private static string? SignedInto(Gene gene, Belief belief) =>
        belief.Jar.Apps.Keys.ElementAtOrDefault(gene.App % Math.Max(1, belief.Jar.Apps.Count));

    private static Wait Waiting(Gene gene, Ground ground, Documents documents, Belief belief)
    {
        var lengths = Lengths(documents, belief).Distinct().ToList();
        return new Wait(lengths[gene.Variant % lengths.Count]);
    }

    // A little, past the apps' own sessions, to either side of whatever ends next, and into long lives at their quarters.
    private static IEnumerable<TimeSpan> Lengths(Documents documents, Belief belief)
    {
        var settings = documents.Settings;
        yield return 2 * Belief.Margin;
        yield return settings.AppSession + Belief.Margin;
        foreach (var end in documents.Boundaries(belief).Select(end => end - belief.Now))
        {
            if (end > Belief.Margin) yield return Minutes(end - Belief.Margin);
            yield return Minutes(end + Belief.Margin);
        }

        foreach (var life in (TimeSpan?[])[settings.Session, settings.KeepAlive, settings.Maximum, settings.KeepAliveMaximum])
        {
            if (life is not { } whole) continue;
            foreach (var part in (double[])[0.25, 0.5, 0.75, 0.99]) yield return Minutes(whole * part);
        }
    }

    // Settings are whole minutes, so that a boundary is met to the minute.
    private static TimeSpan Minutes(TimeSpan time) => TimeSpan.FromMinutes(Math.Max(1, Math.Floor(time.TotalMinutes)));

    private static TimeSpan[] Ages(Documents documents) =>
        [TimeSpan.Zero, documents.Settings.Session / 2, TimeSpan.FromMinutes(10), TimeSpan.FromDays(3)];
}
