using System.Text.Json;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Tests.Peers;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>The signature of a pack, read and verified by Node.js from the text of RFC 9052.</summary>
internal sealed class CosePeerTests
{
    [Test]
    public void Another_implementation_verifies_the_signature()
    {
        var said = Ask(PackedRun.Entries[0].Content.ToArray());
        Assert.Multiple(() =>
        {
            Assert.That(said.GetProperty("verified").GetBoolean(), Is.True);
            Assert.That(said.GetProperty("tag").GetInt32(), Is.EqualTo(18), "COSE_Sign1");
            Assert.That(said.GetProperty("algorithm").GetInt32(), Is.EqualTo(-7), "ES256");
            Assert.That(said.GetProperty("contentType").GetString(), Is.EqualTo(ManifestSignature.ContentType));
            Assert.That(said.GetProperty("key").GetString(), Is.EqualTo(KeyFingerprint.Text(PackedRun.Key)));
            Assert.That(said.GetProperty("embedded").ValueKind, Is.EqualTo(JsonValueKind.Null));
            Assert.That((said.GetProperty("open").GetInt32(), said.GetProperty("left").GetInt32()), Is.EqualTo((0, 0)));
        });
    }

    [Test]
    public void Another_implementation_refuses_another_manifest()
    {
        var changed = PackedRun.Entries[0].Content.ToArray();
        changed[^2] ^= 1;
        Assert.That(Ask(changed).GetProperty("verified").GetBoolean(), Is.False);
    }

    private static JsonElement Ask(byte[] manifest) => NodePeer.Ask("cose.cjs", JsonSerializer.Serialize(new
    {
        signature = Convert.ToBase64String(PackedRun.Entries[1].Content.Span), payload = Convert.ToBase64String(manifest),
        key = PackedRun.Key.ExportSubjectPublicKeyInfoPem(),
    }));
}
