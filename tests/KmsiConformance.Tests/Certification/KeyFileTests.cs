using System.Security.Cryptography;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Tests.Cli;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>Keys are made once, kept by their owner, and told from what is none.</summary>
internal sealed class KeyFileTests
{
    [Test]
    public void The_private_key_is_for_its_owner_alone_and_the_public_one_for_everybody()
    {
        var file = PackedRun.KeyFileName;
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(file), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        using var known = KeyFile.Public(KeyFile.PublicOf(file));
        Assert.That(KeyFingerprint.Text(known), Is.EqualTo(KeyFingerprint.Text(PackedRun.Key)));
    }

    [TestCase("")]
    [TestCase(".pub")]
    public void No_key_is_written_over(string ending)
    {
        var file = PackedRun.NewPath("some.key");
        File.WriteAllText(file + ending, "precious");
        Assert.That(() => KeyFile.New(file, null), Throws.TypeOf<PackException>().With.Message.Contains("no key is ever written over"));
        Assert.That(File.ReadAllText(file + ending), Is.EqualTo("precious"));
    }

    [Test]
    public void A_password_seals_the_private_key()
    {
        var file = PackedRun.NewPath("sealed.key");
        KeyFile.New(file, "correct horse");
        using (var key = KeyFile.Private(file, "correct horse")) Assert.That(key.KeySize, Is.EqualTo(256));
        Assert.Multiple(() =>
        {
            Assert.That(File.ReadAllText(file), Does.StartWith("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
            Assert.That(
                () => KeyFile.Private(file, "wrong horse"), Throws.TypeOf<PackException>().With.Message.Contains("password is another"));
            Assert.That(() => KeyFile.Private(file, null), Throws.TypeOf<PackException>().With.Message.Contains("--key-password env:NAME"));
            Assert.That(
                () => KeyFile.Private(PackedRun.KeyFileName, "x"), Throws.TypeOf<PackException>().With.Message.Contains("not sealed"));
        });
    }

    [Test]
    public async Task A_password_is_kept_in_a_variable_and_never_stands_on_the_command_line()
    {
        var file = PackedRun.NewPath("sealed.key");
        var (code, _, error) = await Kmsi.RunAsync("keys", "new", "--out", file, "--password", "correct-horse");
        Assert.That((code, File.Exists(file)), Is.EqualTo((2, false)));
        Assert.That(error, Does.Contain("Expected env:NAME or file:PATH").And.Not.Contain("correct-horse"));

        using var kmsi = Kmsi.Start(
            new Dictionary<string, string>(StringComparer.Ordinal) { ["KEY_PASSWORD"] = "correct-horse" },
            "keys", "new", "--out", file, "--password", "env:KEY_PASSWORD");
        Assert.That((await kmsi.EndAsync()).Output, Does.Contain("sealed with the password").And.Not.Contain("correct-horse"));
        KeyFile.Private(file, "correct-horse").Dispose();
    }

    [Test]
    public void Keys_of_other_kinds_are_told_by_name()
    {
        using var rsa = RSA.Create(2048);
        using var large = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Multiple(() =>
        {
            Assert.That(
                WhyNotPrivate(rsa.ExportPkcs8PrivateKeyPem()), Does.Contain("no ECDSA key. Expected an ECDSA key on the curve P-256"));
            Assert.That(WhyNotPrivate(rsa.ExportRSAPrivateKeyPem()), Does.Contain("another kind (RSA PRIVATE KEY)"));
            Assert.That(WhyNotPrivate(large.ExportPkcs8PrivateKeyPem()), Does.Contain("another curve (384 bits)"));
            Assert.That(WhyNotPrivate(PackedRun.Key.ExportSubjectPublicKeyInfoPem()), Does.Contain("a public key, which signs nothing"));
            Assert.That(WhyNotPublic(rsa.ExportSubjectPublicKeyInfoPem()), Does.Contain("holds no ECDSA key"));
            Assert.That(WhyNotPublic(large.ExportSubjectPublicKeyInfoPem()), Does.Contain("another curve (384 bits)"));
            Assert.That(
                WhyNotPublic(PackedRun.Key.ExportPkcs8PrivateKeyPem()), Does.Contain("is a private key").And.Contain("another pair"));
            Assert.That(WhyNotPublic("nothing"), Does.Contain("no PEM file"));
            Assert.That(WhyNotPublic(""), Does.Contain("is empty"));
            Assert.That(WhyNotPublic("-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----"), Does.Contain("holds no ECDSA key"));
            Assert.That(() => KeyFile.Public("nowhere.pub"), Throws.TypeOf<FileNotFoundException>());
        });
    }

    [Test]
    public void A_key_that_spells_out_its_curve_or_has_something_behind_it_is_refused()
    {
        using var spelt = ECDsa.Create(PackedRun.Key.ExportExplicitParameters(includePrivateParameters: false));
        var der = PackedRun.Key.ExportSubjectPublicKeyInfo();
        Assert.Multiple(() =>
        {
            Assert.That(WhyNotPublic(spelt.ExportSubjectPublicKeyInfoPem()), Does.Contain("spells out its curve"));
            Assert.That(WhyNotPublic(PemEncoding.WriteString("PUBLIC KEY", [.. der, 0])), Does.Contain("holds more than a key"));
        });
    }

    private static string WhyNotPrivate(string pem) => WhyNot(pem, file => KeyFile.Private(file, null));

    private static string WhyNotPublic(string pem) => WhyNot(pem, KeyFile.Public);

    private static string WhyNot(string pem, Func<string, ECDsa> read)
    {
        var file = PackedRun.NewPath("some.key");
        File.WriteAllText(file, pem);
        return Assert.Throws<PackException>(() => read(file))!.Message;
    }
}
