using KmsiConformance.Targets.Files;
using KmsiConformance.Targets.Processes;
using KmsiConformance.Tests.Suite;

namespace KmsiConformance.Tests.EndToEnd;

/// <summary>The target file of oidc-provider for an instance that runs already, as a team would write it for a service elsewhere.</summary>
internal static class RemoteFile
{
    /// <summary>The file as it is shipped: the product is started by it.</summary>
    public static readonly string Shipped = Path.Combine(Repository.Scenarios, "targets", "oidc-provider.yaml");

    /// <summary>Installs the product and starts it.</summary>
    public static async Task<RunningProduct> StartAsync(CancellationToken cancellation)
    {
        var file = new TargetFileReader(RealBrowser.Suite).Read(Shipped);
        await ProductSetup.RunAsync(file, NUnit.Framework.TestContext.Progress.WriteLine, cancellation);
        return await RunningProduct.StartAsync(file, null, null, cancellation);
    }

    /// <summary>Writes the file and its secrets.</summary>
    /// <returns>Where it is.</returns>
    public static async Task<string> WriteAsync(RunningProduct product, string folder, CancellationToken cancellation)
    {
        var text = await File.ReadAllTextAsync(Shipped, cancellation);
        foreach (var user in new[] { "alice", "bob", "carol", "dave", "erin" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, user), product.Places.Password(user), cancellation);
            text = text.Replace($"{user}, password: made", $"{user}, password: file:{user}", StringComparison.Ordinal);
        }

        foreach (var app in new[] { "groceries", "pharmacy" })
        {
            await File.WriteAllTextAsync(Path.Combine(folder, app), product.Places.ClientSecret(app), cancellation);
            var secret = $"client-id: {app}\n    client-secret: ";
            text = text.Replace(secret + "made", $"{secret}file:{app}", StringComparison.Ordinal);
        }

        text = product.Places.Fill(text[..text.IndexOf("\nstart:", StringComparison.Ordinal)])
            .Replace("kind: process", "kind: remote", StringComparison.Ordinal)
            .Replace("clock: process", "clock: none", StringComparison.Ordinal);
        var path = Path.Combine(folder, "remote.yaml");
        await File.WriteAllTextAsync(path, text, cancellation);
        return path;
    }
}
