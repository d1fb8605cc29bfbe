using KmsiConformance.Checks;
using KmsiConformance.Checks.SingleSignOut;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Checks;

/// <summary>Who was told of a sign-out, judged from the ledger alone.</summary>
internal sealed class SingleSignOutTests
{
    private static readonly Event Groceries = new AppReady("groceries", "web", true);
    private static readonly Event Pharmacy = new AppReady("pharmacy", "web", true);
    private static readonly Event Bakery = new AppReady("bakery", "web", true);
    private static readonly Event Silent = new AppReady("silent", "web", false);
    private static readonly Event[] Apps = [Groceries, Pharmacy, Bakery, Silent];
    private static readonly Event SignedOut = new SignOutStarted("groceries");
    private static readonly Event AtLogin = new RequestCompleted(1, "GET", "https://login.localhost/logout", "login", "top-level", 200, null, null);
    private static readonly Event Back = new AppReturned("groceries", true);

    private static readonly TestCaseData[] Cases =
    [
        Case(new AppIsNotified("pharmacy", 1), Verdict.Passed, SignedOut, AtLogin, Told("pharmacy"), Back).SetName("Told_once"),
        Case(new AppIsNotified("pharmacy", 1), Verdict.Failed, SignedOut, AtLogin, Back).SetName("Not_told"),
        Case(new AppIsNotified("pharmacy", 1), Verdict.Failed, SignedOut, AtLogin, Told("pharmacy"), Told("pharmacy"), Back).SetName("Told_twice"),
        Case(new AppIsNotified("pharmacy", 1), Verdict.CantTell, Back).SetName("Nobody_signed_out"),
        Case(new AppIsNotified("pharmacy", 1), Verdict.CantTell, SignedOut, Told("pharmacy")).SetName("The_login_endpoint_was_not_reached"),
        Case(new AppIsNotified("silent", 1), Verdict.CantTell, SignedOut, AtLogin).SetName("There_is_nothing_to_call"),
        Case(new AppIsNotified("pharmacy", 1), Verdict.Failed, SignedOut, AtLogin, Told("pharmacy"), SignedOut, AtLogin).SetName("Told_at_the_sign_out_before"),
        Case(new AppIsNotNotified("pharmacy"), Verdict.Passed, SignedOut, AtLogin, Told("bakery"), Back).SetName("Left_alone"),
        Case(new AppIsNotNotified("pharmacy"), Verdict.Failed, SignedOut, AtLogin, Told("pharmacy"), Back).SetName("Not_left_alone"),
        Case(new AppIsNotNotified("pharmacy"), Verdict.CantTell, SignedOut).SetName("Left_alone_by_a_sign_out_that_was_none"),
        Case(new EveryAppOfTheSessionIsNotifiedOnce(), Verdict.Passed, Began("groceries"), Began("pharmacy"), Began("silent"), SignedOut, AtLogin, Told("pharmacy")).SetName("All_told"),
        Case(new EveryAppOfTheSessionIsNotifiedOnce(), Verdict.Failed, Began("groceries"), Began("pharmacy"), Began("bakery"), SignedOut, AtLogin, Told("pharmacy")).SetName("One_left_out"),
        Case(new EveryAppOfTheSessionIsNotifiedOnce(), Verdict.Passed, Began("bakery"), SignedOut, AtLogin, Began("pharmacy"), SignedOut, AtLogin, Told("pharmacy")).SetName("Apps_of_an_earlier_session_do_not_count"),
        Case(new EveryAppOfTheSessionIsNotifiedOnce(), Verdict.CantTell, Began("groceries"), Began("silent"), SignedOut, AtLogin).SetName("Nobody_to_be_told"),
        Case(new NoOtherAppIsNotified(), Verdict.Passed, Began("pharmacy"), SignedOut, AtLogin, Told("pharmacy")).SetName("Only_participants"),
        Case(new NoOtherAppIsNotified(), Verdict.Failed, Began("pharmacy"), SignedOut, AtLogin, Told("pharmacy"), Told("bakery")).SetName("A_stranger_too"),
        Case(new NotificationIsAGetRequest(), Verdict.Passed, SignedOut, AtLogin, Told("pharmacy")).SetName("By_get"),
        Case(new NotificationIsAGetRequest(), Verdict.Failed, SignedOut, AtLogin, Told("pharmacy"), Told("bakery", "POST")).SetName("By_post"),
        Case(new NotificationIsAGetRequest(), Verdict.CantTell, SignedOut, AtLogin).SetName("No_request_no_method"),
        Case(new NotifiedBeforeTheBrowserLeaves(), Verdict.Passed, SignedOut, AtLogin, Told("pharmacy"), Back).SetName("In_time"),
        Case(new NotifiedBeforeTheBrowserLeaves(), Verdict.Failed, SignedOut, AtLogin, Back, Told("pharmacy")).SetName("Too_late"),
        Case(new NotifiedBeforeTheBrowserLeaves(), Verdict.Passed, SignedOut, AtLogin, Told("pharmacy")).SetName("The_browser_stays"),
    ];

    [TestCaseSource(nameof(Cases))]
    public void The_ledger_decides(Check check, Verdict verdict, Event[] events) =>
        Assert.That(check.Judge(new Evidence(events, events, default)), Has.Property("Verdict").EqualTo(verdict));

    private static TestCaseData Case(Check check, Verdict verdict, params Event[] events) =>
        new(check, verdict, Apps.Concat(events).Select((seen, index) => seen with { Sequence = index + 1 }).ToArray());

    private static AppNotified Told(string app, string method = "GET") => new(app, method, true, true, null, null, 200);

    private static AppSessionStarted Began(string app) => new(app, "alice", new Dictionary<string, string>(StringComparer.Ordinal));
}
