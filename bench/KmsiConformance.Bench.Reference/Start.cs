using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using KmsiConformance.Reference;
using KmsiConformance.Sites;

namespace KmsiConformance.Bench.Reference;

/// <summary>
/// How long it takes until the first answer: of <c>kmsi serve</c>, from the start of the process to the sign-in page; and
/// of a reference inside a program that runs already, as each scenario starts one.
/// </summary>
internal static class Start
{
    private const double Goal = 1.0;

    public static async Task<bool> MeasureAsync(int rounds)
    {
        var (processes, inside) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var process = await ProcessAsync();
            var within = await InsideAsync();
            if (round == 0) continue; // The first one reads everything from disk.
            processes.Add(process);
            inside.Add(within);
        }

        var (median, worst) = (processes.Order().ElementAt(rounds / 2), processes.Max());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"start: kmsi serve gives its first page after {median:0.00} s, at worst {worst:0.00} s (at most {Goal:0.00}); "
            + $"a reference inside a program after {inside.Order().ElementAt(rounds / 2) * 1000:0} ms, over {rounds} starts"));
        return median <= Goal;
    }

    private static async Task<double> ProcessAsync()
    {
        using var http = new HttpMessageInvoker(LoopbackHttp.CreateHandler(handler =>
            handler.SslOptions.RemoteCertificateValidationCallback = (_, certificate, _, _) => certificate?.Subject == "CN=localhost"));
        var watch = Stopwatch.StartNew();
        using var kmsi = Process.Start(new ProcessStartInfo("dotnet",
            [Path.Combine(AppContext.BaseDirectory, "kmsi.dll"), "serve", "--format", "json"])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        })!;
        try
        {
            using var start = JsonDocument.Parse((await kmsi.StandardOutput.ReadLineAsync())!);
            using var request = new HttpRequestMessage(HttpMethod.Get,
                start.RootElement.GetProperty("apps").GetProperty("groceries").GetString() + "/");
            using var sent = await http.SendAsync(request, CancellationToken.None);
            using var asked = new HttpRequestMessage(HttpMethod.Get, sent.Headers.Location);
            using var page = await http.SendAsync(asked, CancellationToken.None);
            page.EnsureSuccessStatusCode();
            return watch.Elapsed.TotalSeconds;
        }
        finally
        {
            kmsi.Kill();
            await kmsi.WaitForExitAsync();
        }
    }

    private static async Task<double> InsideAsync()
    {
        using var http = new HttpMessageInvoker(LoopbackHttp.CreateHandler());
        var watch = Stopwatch.StartNew();
        await using var reference = await ReferenceServer.StartAsync(Setting.Options(TimeProvider.System));
        using var request = new HttpRequestMessage(HttpMethod.Get, reference.Origin + Setting.AuthorizePath(reference));
        using var page = await http.SendAsync(request, CancellationToken.None);
        page.EnsureSuccessStatusCode();
        return watch.Elapsed.TotalSeconds;
    }
}
