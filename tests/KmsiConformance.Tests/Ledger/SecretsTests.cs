using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Ledger;

internal sealed class SecretsTests
{
    [Test]
    public void A_url_keeps_public_parameters_and_hides_all_others()
    {
        var masked = Secrets.MaskUrl("https://login.localhost:1/authorize?client_id=groceries&state=abc&code=secret&prompt=none");

        Assert.That(masked, Is.EqualTo("https://login.localhost:1/authorize?client_id=groceries&state=***&code=***&prompt=none"));
    }

    [Test]
    public void A_fragment_hides_tokens()
    {
        Assert.That(Secrets.MaskUrl("https://app.localhost/cb#id_token=eyJ.eyJ.sig&state=s"),
            Is.EqualTo("https://app.localhost/cb#id_token=***&state=***"));
    }

    [Test]
    public void A_hint_inside_a_query_is_hidden()
    {
        Assert.That(Secrets.MaskUrl("https://login.localhost/logout?id_token_hint=eyJhbGciOi"), Does.Not.Contain("eyJ"));
    }

    [TestCase(
        "https://login.localhost:1/authorize?client_id=groceries&state=abc&nonce=n-1#code=c shows no button; tried #next.",
        "https://login.localhost:1/authorize?client_id=groceries&state=***&nonce=***#code=*** shows no button; tried #next.")]
    [TestCase("'/logout?id_token_hint=abc', which is no address", "'/logout?id_token_hint=***', which is no address")]
    [TestCase("went to https://app.localhost/cb?code=c-1.", "went to https://app.localhost/cb?code=***.")]
    [TestCase("Is the box ticked? keep-me-signed-in=true & more", "Is the box ticked? keep-me-signed-in=true & more")]
    public void An_address_in_running_text_is_masked(string text, string masked)
    {
        Assert.That(Secrets.MaskText(text), Is.EqualTo(masked));
        Assert.That(Secrets.MaskText(masked), Is.EqualTo(masked));
    }

    [Test]
    public void Equal_values_have_equal_marks_that_do_not_contain_them()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Secrets.Fingerprint(new string("opaque-handle".AsSpan())), Is.EqualTo(Secrets.Fingerprint("opaque-handle")));
            Assert.That(Secrets.Fingerprint("opaque-handle"), Is.Not.EqualTo(Secrets.Fingerprint("opaque-handlf")));
            Assert.That(Secrets.Fingerprint("opaque-handle"), Does.Not.Contain("opaque"));
        });
    }

    [Test]
    public void A_token_in_running_text_is_hidden()
    {
        Assert.That(Secrets.MaskTokens("refused eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0. here"), Is.EqualTo("refused [token] here"));
    }
}
