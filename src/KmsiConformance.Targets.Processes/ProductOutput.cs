using KmsiConformance.Ledger;

namespace KmsiConformance.Targets.Processes;

/// <summary>What a product writes on its output, with secrets masked: kept as evidence, and its last lines for messages.</summary>
internal sealed class ProductOutput : IDisposable
{
    private const int Kept = 8;
    private const int LongestLine = 400;
    private readonly Lock _gate = new();
    private readonly Queue<string> _last = new();
    private readonly StreamWriter? _file;
    private bool _ended;

    /// <summary>Nothing was said yet.</summary>
    /// <param name="file">Where all lines go; null keeps the last ones only.</param>
    public ProductOutput(string? file)
    {
        if (file is null) return;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        _file = new StreamWriter(file, append: true) { AutoFlush = true };
    }

    /// <summary>The last lines, oldest first, on one line; <c>nothing</c> where there were none.</summary>
    public string Last
    {
        get
        {
            lock (_gate) return _last.Count == 0 ? "nothing" : string.Join(" | ", _last);
        }
    }

    /// <summary>Takes a line; called from several threads.</summary>
    public void Hear(string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        var shown = Secrets.MaskText(line.TrimEnd());
        lock (_gate)
        {
            if (_ended) return;
            _file?.WriteLine(shown);
            _last.Enqueue(shown.Length > LongestLine ? shown[..LongestLine] + "…" : shown);
            if (_last.Count > Kept) _last.Dequeue();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _ended = true;
            _file?.Dispose();
        }
    }}
