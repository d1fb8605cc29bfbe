using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace KmsiConformance.Certification.Masking;

/// <summary>A value in a YAML text with the place at which it stands.</summary>
/// <param name="Start">Its first character.</param>
/// <param name="End">The one behind its last.</param>
/// <param name="IsSecret">Whether it, or what it lies below, is named like a secret.</param>
internal sealed record YamlScalar(int Start, int End, string Value, string? Anchor, bool IsKey, bool IsSecret);

/// <summary>The values of a YAML text as a parser reads them, however they are written.</summary>
/// <param name="Scalars">In their order.</param>
/// <param name="Shape">What mappings, sequences and aliases there are, as signs; equal for texts of one structure.</param>
internal sealed record YamlText(IReadOnlyList<YamlScalar> Scalars, string Shape)
{
    /// <summary>Reads a text.</summary>
    /// <exception cref="YamlException">It is no YAML.</exception>
    public static YamlText Of(string text, bool isRecipe)
    {
        var secret = new HashSet<string>(StringComparer.Ordinal);

        // What a secret's name refers to is a secret where it stands; and so is what that refers to.
        while (true)
        {
            var reader = new Reader(text, isRecipe, [.. secret]);
            var read = reader.Read();
            if (reader.Referred.All(secret.Contains)) return read;
            secret.UnionWith(reader.Referred);
        }
    }

    private sealed class Reader(string text, bool isRecipe, HashSet<string> secretAnchors)
    {
        private readonly Parser _parser = new(new StringReader(text));
        private readonly List<YamlScalar> _scalars = [];
        private readonly System.Text.StringBuilder _shape = new();

        /// <summary>Anchors to which something refers that is named like a secret.</summary>
        public HashSet<string> Referred { get; } = new(StringComparer.Ordinal);

        public YamlText Read()
        {
            while (_parser.MoveNext())
            {
                while (_parser.Current is NodeEvent or AnchorAlias) Node(secret: false);
            }

            return new YamlText(_scalars, _shape.ToString());
        }

        private void Node(bool secret, bool isKey = false)
        {
            switch (_parser.Current)
            {
                case AnchorAlias alias:
                    if (secret) Referred.Add(alias.Value.Value);
                    _shape.Append('*').Append(alias.Value.Value).Append(' ');
                    _parser.MoveNext();
                    break;
                case Scalar scalar:
                    Add(scalar, secret, isKey);
                    _parser.MoveNext();
                    break;
                case MappingStart mapping:
                    Mapping(secret || IsSecret(mapping));
                    break;
                case SequenceStart sequence:
                    Sequence(secret || IsSecret(sequence));
                    break;
                default:
                    throw new YamlException("a value was expected");
            }
        }

        private void Mapping(bool secret)
        {
            _shape.Append('{');
            _parser.MoveNext();
            while (_parser.Current is not MappingEnd)
            {
                var name = (_parser.Current as Scalar)?.Value;
                Node(secret: false, isKey: true);
                Node(secret || (name is not null && SecretWords.IsName(name, isRecipe)));
            }

            _shape.Append('}');
            _parser.MoveNext();
        }

        // What comes after an option of a command is its value.
        private void Sequence(bool secret)
        {
            _shape.Append('[');
            _parser.MoveNext();
            string? before = null;
            while (_parser.Current is not SequenceEnd)
            {
                var here = (_parser.Current as Scalar)?.Value;
                Node(secret || (before is not null && SecretWords.IsOption(before)));
                before = here;
            }

            _shape.Append(']');
            _parser.MoveNext();
        }

        private void Add(Scalar scalar, bool secret, bool isKey)
        {
            var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
            while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
            _scalars.Add(new YamlScalar(
                start, end, scalar.Value, scalar.Anchor.IsEmpty ? null : scalar.Anchor.Value, isKey, secret || IsSecret(scalar)));
            _shape.Append('s');
        }

        private bool IsSecret(NodeEvent node) => !node.Anchor.IsEmpty && secretAnchors.Contains(node.Anchor.Value);
    }
}
