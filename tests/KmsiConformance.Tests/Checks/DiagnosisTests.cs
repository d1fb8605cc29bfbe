using KmsiConformance.Checks;
using KmsiConformance.Ledger;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks;

/// <summary>What readers of a red verdict are told of what the browser held back.</summary>
internal sealed class DiagnosisTests
{
    private static readonly FrameBlocked Blocked = new("groceries", "login", "frame-src");
    private static readonly CookieWithheld Kept = new("frame", "login", "sso", "session", "third-party");
    private static readonly CookieRefused Refused = new("top-level", "login", "sso", "session", "SameSite=None without Secure");

    [Test]
    public void It_says_what_was_held_back_in_plain_words() => Assert.That(Of([], [Blocked, Kept, Refused]), Is.EqualTo(new[]
    {
        "the frame of groceries was blocked by the frame-src of the login endpoint's own page",
        "the browser kept back the cookie session (sso) when login was asked in a frame: third-party cookies are blocked",
        "the browser did not store the cookie session (sso) that login set: by the rule of SameSite=None without Secure",
    }));

    [Test]
    public void The_rule_of_the_framed_document_is_its_own() => Assert.That(
        Of([], [Blocked with { Rule = "X-Frame-Options" }]),
        Is.EqualTo(new[] { "the frame of groceries was not shown, by its own X-Frame-Options" }));

    [Test]
    public void What_came_before_the_step_counts_from_the_last_sign_out_on()
    {
        Assert.That(Of([Blocked, Step], [Visited]), Is.Empty, "an earlier step");
        Assert.That(Of([SignOut, Blocked, Step], [Visited]), Has.Count.EqualTo(1), "the frames of the sign-out");
        Assert.That(Of([SignOut, Blocked, SignOut, Step], [Visited]), Is.Empty, "an earlier sign-out");
    }

    [Test]
    public void Cookies_without_a_role_and_repetitions_are_left_out()
    {
        Assert.That(Of([], [Kept with { Role = null }, Refused with { Role = null }]), Is.Empty);
        Assert.That(Of([], [Kept, Kept, Kept]), Has.Count.EqualTo(1));
    }

    [Test]
    public void Five_are_told_and_no_more() => Assert.That(
        Of([], [.. Enumerable.Range(1, 6).Select(number => Blocked with { Site = $"app{number}" })]), Has.Count.EqualTo(5));

    [Test]
    public void Whose_page_and_which_request_it_was_is_said() => Assert.That(
        Of([],
        [
            Blocked with { PageSite = "contoso" }, Kept with { Context = "subresource" },
            Kept with { Context = "top-level", Rule = "partition" },
        ]),
        Is.EqualTo(new[]
        {
            "the frame of groceries was blocked by the frame-src of the own page of contoso",
            "the browser kept back the cookie session (sso) when login was asked by a page: third-party cookies are blocked",
            "the browser kept back the cookie session (sso) when login was asked: it belongs to another partition",
        }));

    [Test]
    public void Why_a_site_was_not_framed_is_told_by_its_last_frame()
    {
        Event[] seen = [Blocked, Blocked with { Rule = "X-Frame-Options" }, Blocked with { Site = "pharmacy" }];
        Assert.That(
            Diagnosis.WhyNotFramed(seen, "groceries"), Is.EqualTo("the frame of groceries was not shown, by its own X-Frame-Options"));
        Assert.That(Diagnosis.WhyNotFramed(seen, "bakery"), Is.Null);
    }

    [Test]
    public void Why_a_frame_was_not_known_is_told_by_the_last_cookie_that_was_kept_back() => Assert.That(
        Diagnosis.WhyUnknownInFrame([Kept, Kept with { Rule = "partition" }]), Does.EndWith("it belongs to another partition"));

    [Test]
    public void What_happens_on_another_device_is_not_told()
    {
        var (blocked, visited) = (Blocked with { Sequence = 2 }, Visited with { Sequence = 3 });
        var evidence = new Evidence([blocked, visited], [visited], Noon)
        {
            Everywhere = [SignOut with { Sequence = 1 }, blocked, visited, Blocked with { Sequence = 4, Site = "pharmacy" }],
        };
        Assert.That(Diagnosis.Of(evidence), Is.Empty);
    }

    [Test]
    public void A_step_in_which_nothing_happened_has_nothing_to_tell() => Assert.That(Of([Blocked], []), Is.Empty);

    private static SignOutStarted SignOut => new("groceries");

    private static IReadOnlyList<string> Of(Event[] before, Event[] step)
    {
        var all = before.Concat(step).Select((seen, index) => seen with { Sequence = index + 1 }).ToList();
        return Diagnosis.Of(new Evidence(all, all[before.Length..], Noon));
    }
}
