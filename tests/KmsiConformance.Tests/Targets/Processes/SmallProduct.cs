using KmsiConformance.Targets.Files;
using KmsiConformance.Tests.Targets.Files;

namespace KmsiConformance.Tests.Targets.Processes;

/// <summary>Target files of products that are a few lines of Node: enough to be started, asked the time, and lost.</summary>
internal sealed class SmallProduct : IDisposable
{
    /// <summary>Answers every request, with the time in the header Date; /pid with its id and a child's; /end ends it.</summary>
    public const string Server = """
        const child = require('node:child_process').spawn('sleep', ['300']);
        require('node:http').createServer((request, response) => {
          console.log('asked for', request.url, 'with', process.env.PASSWORD);
          if (request.url === '/end') { console.log('out of memory'); process.exit(7); }
          response.end(request.url === '/pid' ? `${process.pid} ${child.pid}` : 'here');
        }).listen(process.env.PORT, '127.0.0.1');
        """;

    private readonly TargetText _text = new();

    /// <summary>A file that starts a script.</summary>
    /// <param name="script">What Node runs.</param>
    /// <param name="change">What is changed about the file; found and replacement.</param>
    public TargetFile File(string script, params (string Found, string Replacement)[] change)
    {
        _text.Beside("server.mjs", "");
        _text.Beside("product.cjs", script);
        var text = TargetText.Good.Replace("server.mjs", "product.cjs", StringComparison.Ordinal);
        foreach (var (found, replacement) in change) text = text.Replace(found, replacement, StringComparison.Ordinal);
        return _text.Read(text);
    }

    public void Dispose() => _text.Dispose();
}
