using System.Diagnostics;
using System.Globalization;
using KmsiConformance.Jose;
using KmsiConformance.Reference;
using KmsiConformance.Sites;
using KmsiConformance.Apps;

namespace KmsiConformance.Bench.Reference;

/// <summary>
/// Validations of id_tokens per second: of a token that the reference issued, by the validator of the scenarios' apps, on
/// all processors at once, with keys that are known already. One line for each algorithm.
/// </summary>
internal static class Tokens
{
    private const int Validations = 20_000;
    private const int WarmUpRounds = 2;

    public static async Task MeasureAsync(int rounds)
    {
        foreach (var algorithm in TokenAlgorithms.Signing)
        {
            await using var reference = await ReferenceServer.StartAsync(Setting.Options(TimeProvider.System) with
            {
                TokenAlgorithm = algorithm,
            });
            using var http = new HttpMessageInvoker(LoopbackHttp.CreateHandler());
            var token = await SignIn.IdTokenAsync(http, reference);
            using var login = new LoginEndpoint(reference.Discovery(Setting.Policy), TimeProvider.System);
            var issuer = await login.MetadataAsync("issuer");
            var rates = new List<double>();
            for (var round = 0; round < WarmUpRounds + rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                await Parallel.ForAsync(0, Validations, async (_, _) =>
                    await TokenValidator.ValidateAsync(token, login.Keys, issuer, Setting.Client, Setting.Nonce,
                        TimeProvider.System.GetUtcNow(), AppOptions.NoLeeway));
                if (round >= WarmUpRounds) rates.Add(Validations / watch.Elapsed.TotalSeconds);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"tokens: {rates.Order().ElementAt(rounds / 2):0} validations of {algorithm} id_tokens per second "
                + $"(from {rates.Min():0} to {rates.Max():0}) over {rounds} rounds of {Validations}"));
        }
    }
}
