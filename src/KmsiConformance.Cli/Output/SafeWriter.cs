using System.Text;
using KmsiConformance.Ledger;

namespace KmsiConformance.Cli.Output;

/// <summary>Makes safe whatever is written to the console, by whomever.</summary>
/// <param name="inner">The console.</param>
/// <param name="masks">
/// Whether secrets are masked too: in what is said of trouble. What is told of a run was masked when it was recorded, and an address that a
/// person is to open must stay whole.
/// </param>
internal sealed class SafeWriter(TextWriter inner, bool masks = false) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(SafeText.Of(value));

    public override void Write(string? value) => inner.Write(Safe(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value) => inner.WriteLine(Safe(value));

    public override void WriteLine() => inner.WriteLine();

    public override Task WriteAsync(string? value) => inner.WriteAsync(Safe(value));

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(Safe(value));

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();

    private string? Safe(string? value) => value is null ? null : SafeText.Of(masks ? Secrets.MaskText(value) : value);
}
