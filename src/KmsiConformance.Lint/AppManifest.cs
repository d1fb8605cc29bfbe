using System.Text.Json;
using KmsiConformance.Policies;

namespace KmsiConformance.Lint;

/// <summary>
/// An app registration, as the portal exports it in either of its two forms (<c>logoutUrl</c> and
/// <c>replyUrlsWithType</c>, or <c>web.logoutUrl</c> and <c>web.redirectUris</c>).
/// </summary>
/// <param name="AppId">The application id, or the name when there is none.</param>
/// <param name="LogoutUrl">The address that is told about sign-outs; null when there is none.</param>
/// <param name="ReplyAddresses">Where answers and finished sign-outs may return to.</param>
/// <param name="At">The place of the application id.</param>
public sealed record AppManifest(string AppId, Located<string>? LogoutUrl, IReadOnlyList<Located<string>> ReplyAddresses, Place At)
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly string[] Replies =
        ["replyUrlsWithType.url", "replyUrls", "web.redirectUris", "spa.redirectUris", "publicClient.redirectUris"];

    /// <summary>Reads a file; null when it is not an app registration, whatever else it is.</summary>
    public static AppManifest? Read(string file)
    {
        try
        {
            return new FileInfo(file).Length > MaxBytes ? null : Parse(File.ReadAllBytes(file), file);
        }
        catch (Exception unreadable) when (
            unreadable is IOException or UnauthorizedAccessException or JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Reads the content of a file; null when it is not an app registration.</summary>
    /// <exception cref="JsonException">The content is not JSON.</exception>
    public static AppManifest? Parse(byte[] content, string file)
    {
        var values = Values(content, file);
        var id = values.FirstOrDefault(v => v.Path is "appId");
        var logout = values.FirstOrDefault(v => v.Path is "logoutUrl" or "web.logoutUrl" && v.Value.Value.Length > 0);
        var replies = values.Where(v => Replies.Contains(v.Path, StringComparer.Ordinal)).Select(v => v.Value).ToList();
        if (id.Path is null || (logout.Path is null && replies.Count == 0)) return null;
        return new AppManifest(id.Value.Value, logout.Path is null ? null : logout.Value, replies, id.Value.At);
    }

    // Every text in the file with the names that lead to it; places in arrays do not count.
    private static List<(string? Path, Located<string> Value)> Values(byte[] content, string file)
    {
        var values = new List<(string?, Located<string>)>();
        var path = new Stack<string>();
        var json = content.AsSpan().StartsWith("\uFEFF"u8) ? content.AsSpan(3) : content.AsSpan();
        var reader = new Utf8JsonReader(
            json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        var name = "";
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    name = reader.GetString()!;
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray:
                    path.Push(name);
                    name = "";
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    path.Pop();
                    name = "";
                    break;
                case JsonTokenType.String:
                    var full = string.Join('.', path.Reverse().Append(name).Where(p => p.Length > 0));
                    values.Add((full, new Located<string>(reader.GetString()!, PlaceOf(json, (int)reader.TokenStartIndex, file))));
                    break;
            }
        }

        return values;
    }

    private static Place PlaceOf(ReadOnlySpan<byte> json, int index, string file)
    {
        var before = json[..index];
        return new Place(file, before.Count((byte)'\n') + 1, index - before.LastIndexOf((byte)'\n'));
    }
}
