using System.Text;

namespace KmsiConformance.Cli.Output;

/// <summary>Makes safe whatever is written to the console, by whomever.</summary>
/// <param name="inner">The console.</param>
internal sealed class SafeWriter(TextWriter inner) : TextWriter(inner.FormatProvider)
{
    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => inner.Write(SafeText.Of(value));

    public override void Write(string? value) => inner.Write(value is null ? null : SafeText.Of(value));

    public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

    public override void Write(ReadOnlySpan<char> buffer) => Write(new string(buffer));

    public override void WriteLine(string? value) => inner.WriteLine(value is null ? null : SafeText.Of(value));

    public override void WriteLine() => inner.WriteLine();

    public override Task WriteAsync(string? value) => inner.WriteAsync(value is null ? null : SafeText.Of(value));

    public override Task WriteLineAsync(string? value) => inner.WriteLineAsync(value is null ? null : SafeText.Of(value));

    public override void Flush() => inner.Flush();

    public override Task FlushAsync() => inner.FlushAsync();
}
