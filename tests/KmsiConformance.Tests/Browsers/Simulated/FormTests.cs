using KmsiConformance.Browsers;
using KmsiConformance.Browsers.Simulated;
using NUnit.Framework;

namespace KmsiConformance.Tests.Browsers.Simulated;

/// <summary>Forms without scripts, and the calls of those with.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
internal sealed class FormTests : IAsyncDisposable
{
    private const string Fields = "<input id=user name=user><input id=password name=password type=password>";
    private readonly FormSite _site = FormSite.Start(TimeProvider.System);
    private readonly SimulatedBrowser _browser = new(new SimulatedLaunch(TimeProvider.System), _ => { });

    [SetUp]
    public Task Start() => _browser.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Test]
    public async Task Only_what_a_browser_would_send_is_sent_in_the_order_of_the_page() => Assert.That(
        await EchoAsync($"""
            <form method=post action=/echo>{Fields}
            <input type=hidden name=h value="&quot;ö&quot;"><input type=checkbox name=off><input type=checkbox name=on checked><input type=radio name=r value=1><input type=radio name=r value=2 checked>
            <select name=s><option value=x>x<option value=y selected>y</select><textarea name=t>a
            b</textarea><input name=gone disabled value=1><fieldset disabled><input name=gone2 value=1></fieldset><input value=nameless>
            <button name=other value=1>other</button><button id=send name=pressed value=2>Send</button></form><input name=outside value=3>
            """),
        Is.EqualTo("POST application/x-www-form-urlencoded user=alice&password=p+w%26&h=%22%C3%B6%22&on=on&r=2&s=y&t=a%0D%0Ab&pressed=2"));

    [Test]
    public async Task A_button_outside_its_form_and_with_an_address_of_its_own_wins() => Assert.That(
        await EchoAsync(
            $"<form id=f method=post action=/nowhere>{Fields}</form>"
            + "<button id=send form=f formaction='/echo?own' formmethod=get>Send</button>"),
        Is.EqualTo("GET ?user=alice&password=p+w%26"));

    [Test]
    public async Task The_enter_key_presses_the_first_button() => Assert.That(
        await EchoAsync(
            $"<form id=send method=post action=/echo>{Fields}<button type=button name=no value=0>no</button>"
            + "<button name=first value=1>1</button><input type=submit name=second value=2></form>"),
        Is.EqualTo("POST application/x-www-form-urlencoded user=alice&password=p+w%26&first=1"));

    [Test]
    public async Task Other_encodings_are_written_as_the_form_asks()
    {
        var plain = await EchoAsync($"<form method=post enctype=text/plain action=/echo>{Fields}<button id=send>Send</button></form>");
        var parts = await EchoAsync(
            $"<form method=post enctype=multipart/form-data action=/echo>{Fields}<button id=send>Send</button></form>");
        Assert.That(plain, Is.EqualTo("POST text/plain user=alice password=p w&"));
        Assert.That(parts, Does.StartWith("POST multipart/form-data ------kmsi")
            .And.Contain("""Content-Disposition: form-data; name="password" p w&"""));
    }

    [Test]
    public async Task A_box_is_found_by_its_label_too([Values] bool ticked)
    {
        await OpenAsync(
            $"<form method=post action=/echo>{Fields}<input type=checkbox name=k id=real value=yes>"
            + "<label for=real id=kmsi>Keep me</label><button id=send>Send</button></form>");
        var page = await SubmitAsync("pw", ticked);
        Assert.That(page.Title.EndsWith("k=yes", StringComparison.Ordinal), Is.EqualTo(ticked));
    }

    [Test]
    public async Task What_is_hidden_is_not_there(
        [Values("hidden", "style='display: none'", "style='color:red;visibility:hidden'", "style='opacity:0'")] string how)
    {
        var page = await OpenAsync($"<div {how}>{Fields}</div><noscript><p id=message>No scripts!</p></noscript>");
        Assert.That((page.AsksForCredentials, page.Message), Is.EqualTo((false, (string?)null)));
        Assert.That(() => SubmitAsync("pw"), Throws.InstanceOf<ControlMissingException>().With.Message.Contains("#user"));
    }

    [Test]
    public async Task A_scripted_page_is_operated_by_the_calls_of_the_recipe([Values] bool ticked)
    {
        await OpenScriptedAsync();
        var rejected = await SubmitAsync("wrong");
        var accepted = await SubmitAsync("right", ticked);
        Assert.That((rejected.Message, rejected.AsksForCredentials), Is.EqualTo(("Wrong password", true)));
        Assert.That((accepted.Title, accepted.Message),
            Is.EqualTo(($"done ?box={(ticked ? "true" : "false")}&t=a%20b%2Fc", (string?)null)));
    }

    [Test]
    public async Task A_scripted_page_without_calls_in_the_recipe_says_so()
    {
        await OpenScriptedAsync();
        Assert.That(
            () => _browser.SubmitCredentialsAsync(new Credentials("alice", "right", null), FormSite.Signs with { Wire = null },
                TimeSpan.FromSeconds(5), CancellationToken.None),
            Throws.InstanceOf<ControlMissingException>().With.Message.Contains("'wire'"));
    }

    private Task<PageSnapshot> OpenScriptedAsync() => OpenAsync(
        $$"""<p id=message></p><form action="javascript:void(0)">{{Fields}}<input type=checkbox id=kmsi>"""
        + "<button id=send>Send</button></form>"
        + """<script>var x = 1; var SETTINGS = {"base":"","token":"a b/c","policy":"x&y"}; var y = {};</script>""");

    private async Task<string> EchoAsync(string body)
    {
        await OpenAsync(body);
        return string.Join(' ', (await SubmitAsync("p w&")).Title.Split([' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
    }

    private Task<PageSnapshot> OpenAsync(string body) =>
        _browser.OpenAsync(_site.Page(body), FormSite.Signs, TimeSpan.FromSeconds(5), CancellationToken.None);

    private Task<PageSnapshot> SubmitAsync(string password, bool? ticked = null) =>
        _browser.SubmitCredentialsAsync(new Credentials("alice", password, ticked), FormSite.Signs, TimeSpan.FromSeconds(5),
            CancellationToken.None);
}
