using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace KmsiConformance.Reporting.RunPage;

/// <summary>
/// A part of the page that holds data and draws nothing: JSON, compressed (gzip) and in letters (Base64). It is written as it is
/// made, so that the memory that a report takes does not grow with the run. A browser takes it for no script.
/// </summary>
internal static class DataBlock
{
    /// <summary>What the browser is told of compressed data, which is none of the types that it would run.</summary>
    public const string Type = "application/gzip";

    /// <summary>Writes a block of one value.</summary>
    /// <param name="id">Its id on the page; letters, digits and dashes.</param>
    public static Task WriteAsync<T>(Stream page, string id, T value, CancellationToken cancellation) => WriteAsync(
        page, id, content => JsonSerializer.SerializeAsync(content, value, PageJson.Options, cancellation), cancellation);

    /// <summary>Writes a block of a list, of which only one item is in memory at a time.</summary>
    public static Task WriteAsync<T>(Stream page, string id, IEnumerable<T> items, CancellationToken cancellation) => WriteAsync(
        page, id,
        async content =>
        {
            var separator = "["u8.ToArray();
            foreach (var item in items)
            {
                await content.WriteAsync(separator, cancellation);
                await JsonSerializer.SerializeAsync(content, item, PageJson.Options, cancellation);
                separator = ","u8.ToArray();
            }

            await content.WriteAsync(separator[0] == '[' ? "[]"u8.ToArray() : "]"u8.ToArray(), cancellation);
        },
        cancellation);

    /// <summary>Writes a block that holds a file as it is, in Base64.</summary>
    public static async Task WriteFileAsync(Stream page, string id, string type, string file, CancellationToken cancellation)
    {
        await TextAsync(page, $"<script type=\"{type}\" id=\"{id}\">", cancellation);
        await using (var letters = new CryptoStream(page, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true))
        {
            await using var content = File.OpenRead(file);
            await content.CopyToAsync(letters, cancellation);
        }

        await TextAsync(page, "</script>\n", cancellation);
    }

    /// <summary>Writes text as it is.</summary>
    public static async Task TextAsync(Stream page, string text, CancellationToken cancellation) =>
        await page.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);

    private static async Task WriteAsync(Stream page, string id, Func<Stream, Task> write, CancellationToken cancellation)
    {
        await TextAsync(page, $"<script type=\"{Type}\" id=\"{id}\">", cancellation);
        await using (var letters = new CryptoStream(page, new ToBase64Transform(), CryptoStreamMode.Write, leaveOpen: true))
        await using (var content = new GZipStream(letters, CompressionLevel.SmallestSize))
            await write(content);
        await TextAsync(page, "</script>\n", cancellation);
    }
}
