using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using KmsiConformance.Clocks.Processes;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// How it is brought about that something happens to an account: by a call, a command, or a page. <c>{user}</c> stands for the account's
/// name in the first two, <c>{new-password}</c> for the password that it is to have.
/// </summary>
public sealed record AccountHook
{
    /// <summary>The place of the account's name.</summary>
    public const string User = "{user}";

    /// <summary>The place of the password that the account is given.</summary>
    public const string NewPassword = "{new-password}";

    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(1);

    /// <summary>The method, such as POST.</summary>
    public string Method { get; init; } = "POST";

    /// <summary>The address; null for a command.</summary>
    public string? Address { get; init; }

    /// <summary>The body; null sends none.</summary>
    public string? Body { get; init; }

    /// <summary>The type of the body.</summary>
    public string ContentType { get; init; } = "application/json";

    /// <summary>Headers, such as one that says who calls.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Program and arguments; null for a call.</summary>
    public IReadOnlyList<string>? Command { get; init; }

    /// <summary>Path of a page of the site on which the user does it, signed in; null for a call or a command.</summary>
    public string? Page { get; init; }

    /// <summary>All of its text.</summary>
    public string Text => string.Join(' ', [Address ?? "", Body ?? "", .. Headers.Values, .. Command ?? []]);

    /// <summary>Brings it about, which no page does by itself.</summary>
    /// <param name="what">What, for messages.</param>
    /// <exception cref="TargetException">The product did not take it.</exception>
    public Task RunAsync(
        string what, Places places, string folder, string user, string? password, HttpClient http, CancellationToken cancellation)
    {
        string Filled(string text, Func<string, string> written) => places.Fill(text)
            .Replace(User, written(user), StringComparison.Ordinal)
            .Replace(NewPassword, written(password ?? ""), StringComparison.Ordinal);
        return Command is { } command
            ? CommandAsync(what, [.. command.Select(word => Filled(word, plain => plain))], folder, cancellation)
            : CallAsync(what, Filled, http, cancellation);
    }

    private static async Task CommandAsync(string what, List<string> words, string folder, CancellationToken cancellation)
    {
        var command = new Command(words[0], words.Skip(1).ToList()) { Folder = folder };
        if (await new CommandRun(command, Silence).RunAsync(_ => { }, cancellation) is { } failed)
            throw new TargetException($"The command of 'account-events.{what}' failed: {failed}");
    }

    private async Task CallAsync(
        string what, Func<string, Func<string, string>, string> filled, HttpClient http, CancellationToken cancellation)
    {
        using var call = new HttpRequestMessage(new HttpMethod(Method), filled(Address!, Uri.EscapeDataString));
        foreach (var (name, value) in Headers) call.Headers.TryAddWithoutValidation(name, filled(value, plain => plain));
        if (Body is not null)
        {
            call.Content = new StringContent(filled(Body, Written), Encoding.UTF8);
            call.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        }

        try
        {
            using var answer = await http.SendAsync(call, cancellation);
            if (!answer.IsSuccessStatusCode)
                throw new TargetException(
                    $"The call of 'account-events.{what}' ({Method} {Address}) was answered with {(int)answer.StatusCode}, expected "
                    + "success.");
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new TargetException(string.Create(
                CultureInfo.InvariantCulture,
                $"The call of 'account-events.{what}' ({Method} {Address}) was not answered within {http.Timeout.TotalSeconds:0} s."),
                late);
        }
        catch (HttpRequestException unreachable)
        {
            throw new TargetException(
                $"The call of 'account-events.{what}' ({Method} {Address}) failed: {unreachable.Message}", unreachable);
        }
    }

    // As the type of the body wants it.
    private string Written(string plain) =>
        ContentType.Contains("json", StringComparison.OrdinalIgnoreCase) ? JsonEncodedText.Encode(plain).ToString()
        : ContentType.Contains("urlencoded", StringComparison.OrdinalIgnoreCase) ? WebUtility.UrlEncode(plain)
        : plain;
}
