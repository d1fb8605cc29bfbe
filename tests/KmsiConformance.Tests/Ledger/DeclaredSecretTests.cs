using System.Net;
using System.Text.Json;
using KmsiConformance.Ledger;
using NUnit.Framework;

namespace KmsiConformance.Tests.Ledger;

/// <summary>Secrets that come from outside are masked in every form in which a product may repeat them.</summary>
internal sealed class DeclaredSecretTests
{
    private const string Secret = "Gr&n 9 ü+x%Z/\"q-of-this-test";

    // JSON of Python, PHP, Go and JavaScript; HTML of Python, PHP, Go and JavaScript's templates.
    private static readonly string[] ByOtherLanguages =
    [
        """Gr&n 9 \u00fc+x%Z/\"q-of-this-test""", """Gr&n 9 \u00fc+x%Z\/\"q-of-this-test""", """Gr\u0026n 9 ü+x%Z/\"q-of-this-test""",
        """Gr&n 9 ü+x%Z/\"q-of-this-test""", "Gr&amp;n 9 ü+x%Z/&quot;q-of-this-test", "Gr&amp;n 9 ü+x%Z/&#34;q-of-this-test",
        "Gr&amp;n 9 ü+x%Z/\"q-of-this-test",
    ];

    [Test]
    public void A_declared_secret_is_masked_plain_and_as_addresses_pages_and_json_write_it()
    {
        Secrets.Declare([Secret, "abc"]);
        Assert.Multiple(() =>
        {
            Assert.That(Secrets.MaskText($"locked: {Secret} for alice"), Is.EqualTo("locked: *** for alice"));
            Assert.That(Secrets.MaskText($"/x/{Uri.EscapeDataString(Secret)}"), Is.EqualTo("/x/***"));
            Assert.That(
                Secrets.MaskUrl($"https://login.example/{Uri.EscapeDataString(Secret)}?p=1"), Is.EqualTo("https://login.example/***?p=1"));
            Assert.That(Secrets.MaskText(WebUtility.HtmlEncode(Secret)), Is.EqualTo("***"));
            Assert.That(Secrets.MaskText(JsonSerializer.Serialize(Secret)), Is.EqualTo("\"***\""));
            foreach (var written in ByOtherLanguages) Assert.That(Secrets.MaskText(written), Is.EqualTo("***"));
            Assert.That(Secrets.MaskText("abcdef"), Is.EqualTo("abcdef"), "a secret of three characters would mask half of every text");
        });
    }
}
