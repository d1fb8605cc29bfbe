using KmsiConformance.Model;
using NUnit.Framework;

namespace KmsiConformance.Tests.Model;

/// <summary>What the documents say of journeys, held against sentences of the requirements and nothing that runs.</summary>
internal sealed class DocumentsTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Short = TimeSpan.FromMinutes(20);

    private static readonly Settings Rolling = new(Short, Week, Rolling: true, Sharing.Everybody, 5 * Minute);
    private static readonly Settings Absolute = Rolling with { Rolling = false };

    private static readonly Visit Unticked = new("groceries", Answer.Credentials, "alice");
    private static readonly Visit Ticked = Unticked with { Keep = true };
    private static readonly Visit Open = new("groceries", Answer.Nothing, "alice");
    private static readonly Restart Quit = new(RestartKind.Quit);

    [Test]
    public void A_tick_outlives_the_browser_and_nothing_else_does()
    {
        Outcomes(Rolling, Outcome.Silent, Ticked, Quit, Open);
        Outcomes(Rolling, Outcome.Prompt, Unticked, Quit, Open);
        Outcomes(Rolling, Outcome.Silent, Unticked, new Restart(RestartKind.RestoreSession), Open);
        Outcomes(Rolling, Outcome.Prompt, Ticked, new Restart(RestartKind.PrivateWindow), Open);
        Outcomes(Rolling, Outcome.Silent, Ticked, new Restart(RestartKind.PrivateWindow), Quit, Open);
    }

    [Test]
    public void Use_moves_the_end_where_expiry_rolls_and_nowhere_else()
    {
        Act[] usedAfterFifteenMinutes = [Unticked, Waited(15), Open, Waited(15), Open];
        Outcomes(Rolling, Outcome.Silent, usedAfterFifteenMinutes);
        Outcomes(Absolute, Outcome.Prompt, usedAfterFifteenMinutes);
        Outcomes(Rolling, Outcome.Prompt, Unticked, Waited(21), Open);
    }

    [Test]
    public void Days_take_the_place_of_the_session_time_or_stand_beside_it()
    {
        Outcomes(Rolling, Outcome.Silent, Ticked, Waited(21), Open);
        Assert.That(Last("b2c-2018-08", Rolling, Ticked, Waited(21), Open)!.Outcome, Is.EqualTo(Outcome.Prompt), "both gates must pass");
        Outcomes(Absolute, Outcome.Prompt, Ticked, new Wait(Week + Minute), Open);
    }

    [Test]
    public void Near_a_boundary_nothing_is_foreseen()
    {
        Assert.That(Last("b2c-2020-12", Rolling, Unticked, new Wait(Short), Open), Is.Null);
        Assert.That(Last("b2c-2020-12", Rolling, Unticked, new Wait(Short - Minute), Open)?.Outcome, Is.EqualTo(Outcome.Silent));
        Assert.That(Last("b2c-2020-12", Rolling, Unticked, new Wait(Short + Minute), Open)?.Outcome, Is.EqualTo(Outcome.Prompt));
    }

    [Test]
    public void A_copy_opens_nothing_after_the_sign_out_and_opens_all_before_it()
    {
        var (copy, paste) = (new TouchCookies(CookieDeed.CopySession), new TouchCookies(CookieDeed.PasteSession));
        Outcomes(Rolling, Outcome.Prompt, Unticked, copy, new SignOut("groceries"), paste, Open);
        Outcomes(Rolling, Outcome.Silent, Unticked, copy, Quit, paste, Open);
    }

    [Test]
    public void What_no_document_says_is_not_foreseen()
    {
        var (copy, paste) = (new TouchCookies(CookieDeed.CopySession), new TouchCookies(CookieDeed.PasteSession));
        var again = Unticked with { Prompt = "login", User = "bob" };
        Assert.That(Last("b2c-2020-12", Rolling, Unticked, copy, Waited(6), again, paste, Waited(6), Open), Is.Null,
            "a session whose browser gave credentials anew");
        Assert.That(Last("b2c-2020-12", Rolling, new SignOut("groceries")), Is.Null, "nobody is signed in");
    }

    [Test]
    public void A_page_that_came_may_count_as_use_or_not()
    {
        var asked = Open with { Prompt = "login" };
        Assert.That(Last("oidc", Rolling, Unticked, Waited(10), asked, Waited(15), Open), Is.Null);
        Assert.That(Last("oidc", Rolling, Unticked, Waited(10), asked, Waited(21), Open)?.Outcome, Is.EqualTo(Outcome.Prompt));
    }

    [Test]
    public void Each_scope_shares_with_its_own()
    {
        Visit Pharmacy(bool other) => new("pharmacy", Answer.Nothing, "alice") { UnderOtherPolicy = other };
        Visit Other() => Open with { UnderOtherPolicy = true };
        Outcomes(Rolling, Outcome.Silent, Unticked, Pharmacy(other: true));
        Outcomes(Rolling with { Sharing = Sharing.OneApp }, Outcome.Prompt, Unticked, Pharmacy(other: false));
        Outcomes(Rolling with { Sharing = Sharing.OneApp }, Outcome.Silent, Unticked, Waited(6), Other());
        Outcomes(Rolling with { Sharing = Sharing.OnePolicy }, Outcome.Silent, Unticked, Pharmacy(other: false));
        Outcomes(Rolling with { Sharing = Sharing.OnePolicy }, Outcome.Prompt, Unticked, Pharmacy(other: true));
        Outcomes(Rolling with { Sharing = Sharing.Nobody }, Outcome.Prompt, Unticked, Waited(6), Open);
    }

    [Test]
    public void A_sign_out_tells_the_apps_of_the_session_and_the_asking_one_where_the_reading_says_so()
    {
        var settings = Rolling with { AppsAreTold = true };
        Act[] journey = [Unticked, new Visit("pharmacy", Answer.Nothing, "alice"), new SignOut("groceries")];
        string[] Told(string profile, bool told) =>
            [.. Last(profile, settings, journey)!.Looks.OfType<LookAtNotice>()
                .Where(look => look.Told == told).Select(look => look.App).Order(StringComparer.Ordinal)];
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Told("b2c-2020-12", true), Is.EqualTo(new[] { "pharmacy" }));
            Assert.That(Told("b2c-2020-12", false), Is.EqualTo(new[] { "bakery" }));
            Assert.That(Told("oidc", true), Is.EqualTo(new[] { "groceries", "pharmacy" }));
            Assert.That(Told("b2c-2018-12", true), Is.Empty, "nobody is told");
        }
    }

    [Test]
    public void An_age_limit_is_counted_from_the_credentials()
    {
        Visit Within(double minutes) => Open with { MaxAge = TimeSpan.FromMinutes(minutes) };
        Assert.That(Last("oidc", Rolling, Unticked, Waited(15), Within(10))?.Outcome, Is.EqualTo(Outcome.Prompt));
        Assert.That(Last("oidc", Rolling, Unticked, Waited(15), Within(30))?.Outcome, Is.EqualTo(Outcome.Silent));
        Assert.That(Last("oidc", Rolling, Unticked, Waited(15), Within(0))?.Outcome, Is.EqualTo(Outcome.Prompt));
        Assert.That(Last("oidc", Rolling, Unticked, Waited(15), Within(15)), Is.Null);
    }

    [Test]
    public void A_demand_for_credentials_counts_whatever_stands_beside_it_and_however_it_comes()
    {
        Outcomes(Rolling, Outcome.Prompt, Unticked, Open with { Prompt = "consent login" });
        Outcomes(Rolling, Outcome.Prompt, Unticked, Open with { Prompt = "login", ByForm = true });
        Outcomes(Rolling, Outcome.Silent, Unticked, Open with { ByForm = true });
    }

    [Test]
    public void Whoever_expects_somebody_gets_nobody_else()
    {
        var bob = new Visit("pharmacy", Answer.Credentials, "bob") { Prompt = "login" };
        var expected = Open with { SendsHint = true };
        Assert.That(Last("oidc", Rolling, Unticked, expected)?.Outcome, Is.EqualTo(Outcome.Silent));
        Assert.That(Last("oidc", Rolling, Unticked, bob, expected)?.Outcome, Is.EqualTo(Outcome.NobodySignedIn));
        Assert.That(Last("oidc", Rolling, expected), Is.Null, "there is no token yet that could be sent");
    }

    [Test]
    public void The_box_counts_as_it_is_when_the_right_password_comes()
    {
        Outcomes(Rolling, Outcome.Silent, Ticked with { Answer = Answer.SecondTry }, Quit, Open);
        Outcomes(Rolling, Outcome.Prompt, Unticked with { Answer = Answer.SecondTry, Keep = false }, Quit, Open);
        Assert.That(Last("b2c-2020-12", Rolling, Unticked with { Answer = Answer.SecondTry }), Is.Null, "the box is left alone both times");
    }

    [Test]
    public void A_sign_out_that_is_asked_about_ends_the_session_once_it_is_confirmed()
    {
        var pharmacy = new Visit("pharmacy", Answer.Nothing, "alice");
        Assert.That(
            Last("oidc", Rolling, Unticked, new SignOut("groceries") { Confirmed = true }, pharmacy)?.Outcome, Is.EqualTo(Outcome.Prompt));
        Assert.That(
            Last("oidc", Rolling, Unticked, new SignOut("groceries") { Confirmed = false }, pharmacy)?.Outcome, Is.EqualTo(Outcome.Silent));
    }

    [Test]
    public void Everything_that_is_foreseen_follows_from_a_requirement_that_there_is()
    {
        var known = EndToEnd.RealBrowser.Suite.Requirements.Keys.ToHashSet(StringComparer.Ordinal);
        var named = typeof(Documents).Assembly.GetType("KmsiConformance.Model.Because")!.GetFields()
            .SelectMany(field => (string[])field.GetValue(null)!).Distinct(StringComparer.Ordinal);
        Assert.That(named, Is.SubsetOf(known));
    }

    private static Wait Waited(double minutes) => new(TimeSpan.FromMinutes(minutes));

    private static void Outcomes(Settings settings, Outcome outcome, params Act[] acts) =>
        Assert.That(
            Last("b2c-2020-12", settings, acts)?.Outcome, Is.EqualTo(outcome), string.Join("; ", acts.Select(act => act.ToString())));

    private static Foreseen? Last(string profile, Settings settings, params Act[] acts)
    {
        var documents = new Documents(KnownProfiles.Readings(profile), settings, Cast.Everywhere);
        var (belief, last) = (Belief.Beginning, (Foreseen?)null);
        for (var index = 0; index < acts.Length; index++)
        {
            // An app with a session of its own asks nobody; what is looked at here is the login endpoint.
            if (acts[index] is Visit visit && belief.Jar.Apps.ContainsKey(visit.App))
                belief = documents.Foresee(belief, new TouchCookies(CookieDeed.ForgetApp) { App = visit.App })!.After;
            last = documents.Foresee(belief, acts[index]);
            if (index < acts.Length - 1) Assert.That(last, Is.Not.Null, $"{acts[index]} in the middle of the journey");
            belief = last?.After ?? belief;
        }

        return last;
    }
}
