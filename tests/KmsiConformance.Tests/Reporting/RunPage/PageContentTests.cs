using System.IO.Compression;
using System.Text;
using KmsiConformance.Reporting.RunPage;
using NUnit.Framework;

namespace KmsiConformance.Tests.Reporting.RunPage;

/// <summary>Two reports say the same where their data was only compressed otherwise.</summary>
public sealed class PageContentTests
{
    private const string Data = "[\"silent\",\"silent\",\"silent\",\"silent\",\"silent\",\"silent\"]";

    [Test]
    public void Another_compression_of_the_same_is_the_same() =>
        Assert.That(PageContent.IsSame(
            Page("<p>", Data, CompressionLevel.SmallestSize), Page("<p>", Data, CompressionLevel.NoCompression)));

    [TestCase("<p>", "[\"prompt\"]")]
    [TestCase("<p>", Data + " ")]
    [TestCase("<i>", Data)]
    public void Other_data_or_another_page_is_not(string before, string data) =>
        Assert.That(PageContent.IsSame(
            Page("<p>", Data, CompressionLevel.SmallestSize), Page(before, data, CompressionLevel.NoCompression)), Is.False);

    [TestCase("no letters of Base64")]
    [TestCase("AAAA")]
    public void What_cannot_be_unpacked_is_not(string letters)
    {
        var own = Page("<p>", Data, CompressionLevel.SmallestSize);
        var text = Encoding.UTF8.GetString(own);
        var at = text.IndexOf('>', text.IndexOf("<script", StringComparison.Ordinal)) + 1;
        var other = text[..at] + letters + text[text.IndexOf("</script>", StringComparison.Ordinal)..];
        Assert.That(PageContent.IsSame(Encoding.UTF8.GetBytes(other), own), Is.False);
    }

    private static byte[] Page(string before, string data, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var content = new GZipStream(packed, level, leaveOpen: true)) content.Write(Encoding.UTF8.GetBytes(data));
        return Encoding.UTF8.GetBytes(
            $"{before}<script type=\"application/gzip\" id=\"facts\">{Convert.ToBase64String(packed.ToArray())}</script>\n</html>");
    }
}
