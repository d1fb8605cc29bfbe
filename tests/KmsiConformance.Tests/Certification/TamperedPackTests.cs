using System.Security.Cryptography;
using KmsiConformance.Certification;
using KmsiConformance.Certification.Archive;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Cli.Packing;
using NUnit.Framework;

namespace KmsiConformance.Tests.Certification;

/// <summary>Whoever changes a pack without the key is found out, whatever they change.</summary>
internal sealed class TamperedPackTests
{
    private const int Seed = 83;

    private const int Samples = 40;

    // Nothing but its length is less in it: the same files, and every byte of it is tried.
    private static readonly Lazy<byte[]> Small = new(() => PackedRun.Signed(
        PackedRun.Entries.Select(entry => entry with { Content = entry.Content[..Math.Min(20, entry.Content.Length)] }),
        manifest => manifest with { Texts = [] }));

    [Test]
    public void A_changed_byte_is_refused_whichever_it_is()
    {
        Assert.That(IsRefused(Small.Value), Is.False);
        var passed = Enumerable.Range(0, 8 * Small.Value.Length).Where(bit => !IsRefused(Flipped(Small.Value, bit))).ToList();
        Assert.That(passed, Is.Empty);
    }

    [Test]
    public void A_changed_byte_is_refused_in_a_whole_pack_too()
    {
        var random = new Random(Seed);
        var places = Enumerable.Range(0, Samples).Select(_ => random.NextInt64(8L * PackedRun.Pack.Length)).ToList();
        Assert.That(places.Where(bit => !IsRefused(Flipped(PackedRun.Pack, bit))), Is.Empty);
    }

    [Test]
    public void What_fits_the_checksums_of_the_archive_is_refused_by_the_hashes()
    {
        var changed = PackArchive.Write([.. PackedRun.Changed(PackFiles.Events, content =>
        {
            content[^3] ^= 1;
            return content;
        })]);
        Assert.That(PackedRun.WhyNot(changed), Does.Contain("events.ndjson is not the file that was signed"));
    }

    [Test]
    public void A_pack_that_was_cut_short_is_refused_wherever() => Assert.That(
        Enumerable.Range(0, Small.Value.Length).Where(length => !IsRefused(Small.Value[..length])), Is.Empty);

    [Test]
    public void A_file_that_was_taken_out_added_renamed_or_moved_is_refused()
    {
        var entries = PackedRun.Entries;
        var picture = new PackEntry("evidence/a.png", new byte[] { 1 });
        IReadOnlyList<PackEntry>[] packs =
        [
            .. entries.Select(left => entries.Where(entry => entry != left).ToList()),
            [.. entries, picture],
            [.. entries, entries[^1]],
            [.. entries.SkipLast(1), entries[^1] with { Name = "evidence/report.png" }],
            [entries[0], entries[1], entries[3], entries[2], .. entries.Skip(4)],
            [entries[1], entries[0], .. entries.Skip(2)],
        ];
        Assert.That(packs.Where(pack => !IsRefused(PackArchive.Write(pack))), Is.Empty);
        Assert.That(PackedRun.WhyNot(PackArchive.Write(packs[6])), Does.Contain("evidence/a.png is not the file that was signed"));
    }

    [Test]
    public void Bytes_in_front_in_between_and_behind_are_refused()
    {
        var pack = PackedRun.Pack;
        Assert.Multiple(() =>
        {
            Assert.That(PackedRun.WhyNot([0, .. pack]), Does.Contain("does not begin as a zip archive does"));
            Assert.That(PackedRun.WhyNot([.. pack, 0]), Does.Contain("something stands behind its end"));
            Assert.That(PackedRun.WhyNot([.. pack, .. pack]), Does.Contain("something stands behind its end"));
            var middle = pack.AsSpan().LastIndexOf("</html>"u8) + "</html>"u8.Length;
            Assert.That(PackedRun.WhyNot([.. pack[..middle], 0, .. pack[middle..]]), Does.Contain("refused"));
        });
    }

    [Test]
    public void Another_key_is_told_from_the_one_that_signed()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.That(PackedRun.WhyNot(PackedRun.Pack, other), Does.Contain(
            $"it is signed with the key {KeyFingerprint.Text(PackedRun.Key)}, and the key given is {KeyFingerprint.Text(other)}"));
    }

    [Test]
    public void What_somebody_else_signs_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.That(PackedRun.WhyNot(PackedRun.Signed(PackedRun.Entries, key: other)), Does.Contain("signed with the key"));
    }

    [Test]
    public void The_other_signature_that_everybody_can_compute_is_refused()
    {
        var signature = PackedRun.Entries[1].Content.ToArray();
        var order = new System.Numerics.BigInteger(
            Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        var low = new System.Numerics.BigInteger(signature.AsSpan(^32), isUnsigned: true, isBigEndian: true);
        (order - low).ToByteArray(isUnsigned: true, isBigEndian: true).CopyTo(signature, signature.Length - 32);
        var message = System.Security.Cryptography.Cose.CoseMessage.DecodeSign1(signature);
        Assert.That(
            message.VerifyDetached(PackedRun.Key, PackedRun.Entries[0].Content.ToArray()), Is.True, "it is a signature all the same");
        Assert.That(IsRefused(PackArchive.Write([.. PackedRun.Changed(PackFiles.Signature, _ => signature)])), Is.True);
    }

    [Test]
    public void A_signature_without_its_tag_is_refused() => Assert.That(
        PackedRun.WhyNot(PackArchive.Write([.. PackedRun.Changed(PackFiles.Signature, signature => signature[1..])])),
        Does.Contain("not of the form"));

    [Test]
    public void Headers_that_nobody_signed_are_refused()
    {
        var message = System.Security.Cryptography.Cose.CoseMessage.DecodeSign1(PackedRun.Entries[1].Content.ToArray());
        message.UnprotectedHeaders.Add(new("note"), System.Security.Cryptography.Cose.CoseHeaderValue.FromString("certified"));
        var more = PackArchive.Write([.. PackedRun.Changed(PackFiles.Signature, _ => message.Encode())]);
        Assert.That(PackedRun.WhyNot(more), Does.Contain("not of the form"));
    }

    private static byte[] Flipped(byte[] pack, long bit)
    {
        var changed = pack.ToArray();
        changed[bit / 8] ^= (byte)(1 << (int)(bit % 8));
        return changed;
    }

    // Before anything is judged.
    private static bool IsRefused(byte[] pack)
    {
        try
        {
            VerifiedPack.Signed("pack", new PackReader("pack", pack).Read(), PackedRun.Key);
            return false;
        }
        catch (PackException)
        {
            return true;
        }
    }
}
