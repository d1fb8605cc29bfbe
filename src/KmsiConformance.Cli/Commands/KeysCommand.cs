using System.CommandLine;
using KmsiConformance.Certification.Signing;
using KmsiConformance.Cli.Packing;

namespace KmsiConformance.Cli.Commands;

/// <summary><c>kmsi keys</c>: the keys with which packs are signed.</summary>
internal static class KeysCommand
{
    public static Command Create() => new("keys", "Make the keys with which packs are signed.") { New() };

    private static Command New()
    {
        var @out = new Option<string>("--out")
        {
            Description = "The file of the private key; the public one stands beside it and ends in .pub.", HelpName = "FILE",
            Required = true,
        };
        var password = new Option<string?>("--password")
        {
            Description = "Where the password is kept that seals the private key: env:NAME or file:PATH. Default: it is not sealed.",
            HelpName = "WHERE",
        };
        var command = new Command("new", "Make a key pair: ECDSA on the curve P-256.") { @out, password };
        command.SetAction(parsed =>
        {
            var file = Path.GetFullPath(parsed.GetValue(@out)!);
            var sealing = KeyPassword.Find(password.Name, parsed.GetValue(password));
            var fingerprint = KeyFile.New(file, sealing);
            var how = sealing is null ? "not sealed" : "sealed with the password";
            Console.WriteLine($"Private key: {file} ({how}; keep it to yourself)");
            Console.WriteLine($"Public key:  {KeyFile.PublicOf(file)} (give it to whoever receives packs)");
            Console.WriteLine($"Fingerprint: {fingerprint}");
            return ExitCodes.Conformant;
        });
        return command;
    }
}
