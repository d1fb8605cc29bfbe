using System.Globalization;
using System.Net.Http.Headers;
using System.Text;

namespace KmsiConformance.Targets.Files;

/// <summary>
/// A call by which a product lets its time be set. In address and body, <c>{offset}</c> stands for the whole seconds by
/// which it is to be ahead of real time, <c>{now}</c> for the moment that this makes, as 2027-01-31T12:00:00Z.
/// </summary>
/// <param name="Method">The method, such as POST.</param>
/// <param name="Address">The address.</param>
/// <param name="Body">The body; null sends none.</param>
/// <param name="ContentType">The type of the body.</param>
public sealed record ClockHook(string Method, string Address, string? Body, string ContentType)
{
    private static readonly ClockWay Way = new(
        "hook", "See what the call of 'clock.hook' does, and that it reaches the process that answers");

    /// <summary>A clock that is moved by the call.</summary>
    /// <param name="places">What the instance puts in.</param>
    /// <param name="ask">An address of the product that answers.</param>
    public WatchedClock Clock(Places places, string ask, HttpClient http) =>
        new((offset, cancellation) => CallAsync(places, offset, http, cancellation), Way, ask, http);

    private async Task CallAsync(Places places, TimeSpan offset, HttpClient http, CancellationToken cancellation)
    {
        string Filled(string text) => places.Fill(text)
            .Replace("{offset}", ((long)offset.TotalSeconds).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace(
                "{now}", (Clocks.RealTime.UtcNow + offset).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                StringComparison.Ordinal);

        using var call = new HttpRequestMessage(new HttpMethod(Method), Filled(Address));
        if (Body is not null)
            call.Content = new StringContent(Filled(Body), Encoding.UTF8, MediaTypeHeaderValue.Parse(ContentType));
        try
        {
            using var answer = await http.SendAsync(call, cancellation);
            if (!answer.IsSuccessStatusCode)
                throw new TargetException(
                    $"The call of 'clock.hook' ({Method} {Address}) was answered with {(int)answer.StatusCode}, expected success.");
        }
        catch (HttpRequestException unreachable)
        {
            throw new TargetException($"The call of 'clock.hook' ({Method} {Address}) failed: {unreachable.Message}", unreachable);
        }
    }
}
