using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace BlueGreenServerless.Configuration.Syntax;

/// <summary>
/// Reads one YAML document into a tree of nodes with places. YAML that hides what a file says (anchors, aliases, merge keys,
/// tags, several documents) is refused: a release must mean to everybody what it says at that line.
/// </summary>
internal sealed class TreeReader(string text, FaultList faults)
{
    public const int MaxDepth = 20;

    private readonly Parser _parser = new(new Scanner(new StringReader(text), skipComments: true));
    private bool _stopped;

    /// <returns>Null when there is no tree; why is in the faults.</returns>
    public YamlNode? Read()
    {
        try
        {
            return ReadDocument();
        }
        catch (YamlException e)
        {
            SyntaxFault.Add(faults, text, e);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // the parser throws other exceptions too on input that it did not expect: a bracket that is never closed, the escape \UFFFFFFFF
            SyntaxFault.AddAfter(faults, text, _parser.Current is { } last ? Place.Of(last.End) : Place.Start, e);
        }

        return null;
    }

    private YamlNode? ReadDocument()
    {
        _parser.Consume<StreamStart>();
        if (_parser.Accept<StreamEnd>(out _))
        {
            return Empty(Place.Start);
        }

        _parser.Consume<DocumentStart>();
        var root = ReadNode(0);
        if (_stopped || root is ScalarNode { IsNull: true })
        {
            return _stopped ? null : Empty(root.At);
        }

        _parser.Consume<DocumentEnd>();
        RefuseMore();
        return root;
    }

    private YamlNode? Empty(Place at)
    {
        faults.Add(at, "the file is empty: '' — allowed: at least the keys app, install and targets; `bluegreen init` writes one to start from");
        return null;
    }

    private void RefuseMore()
    {
        if (_parser.TryConsume<DocumentStart>(out var second))
        {
            faults.Add(Place.Of(second.Start), "a second document begins here: '---' — allowed: one document per file; one file describes one app, so split it or delete the line");
        }
    }

    private YamlNode ReadNode(int depth)
    {
        if (_parser.TryConsume<AnchorAlias>(out var alias))
        {
            return Broken(alias, $"the alias {Quote.Text("*" + alias.Value)} is not supported — allowed: values written out; repeat the value here");
        }

        if (depth > MaxDepth)
        {
            // reading on would cost time that grows with the square of the depth
            _stopped = true;
            return Broken(Peek(), $"the nesting is deeper than '{MaxDepth}' levels — allowed: at most {MaxDepth}; check the brackets and the indentation");
        }

        RefuseAnchorAndTag();
        return Peek() switch
        {
            SequenceStart => ReadList(depth),
            MappingStart => ReadMap(depth),
            _ => ReadScalar(),
        };
    }

    private ScalarNode ReadScalar()
    {
        var scalar = _parser.Consume<Scalar>();
        return new ScalarNode(Place.Of(scalar.Start), scalar.Value, scalar.Style is ScalarStyle.Plain or ScalarStyle.Any);
    }

    private ListNode ReadList(int depth)
    {
        var start = _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_stopped && !_parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode(depth + 1));
        }

        return new ListNode(Place.Of(start.Start), items);
    }

    private MapNode ReadMap(int depth)
    {
        var start = _parser.Consume<MappingStart>();
        var entries = new Dictionary<string, MapEntry>(StringComparer.Ordinal);
        while (!_stopped && !_parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadNode(depth + 1);
            if (!_stopped)
            {
                Add(entries, key, ReadNode(depth + 1));
            }
        }

        return new MapNode(Place.Of(start.Start), [.. entries.Values]);
    }

    private void Add(Dictionary<string, MapEntry> entries, YamlNode key, YamlNode value)
    {
        if (key is not ScalarNode { IsNull: false } word)
        {
            if (key is not BrokenNode)
            {
                faults.Add(key.At, $"a key is {Kinds.Of(key)} — allowed: a word; write 'key: value'");
            }
        }
        else if (word is { Text: "<<", Plain: true })
        {
            faults.Add(word.At, "the merge key '<<' is not supported — allowed: keys written out; repeat them here");
        }
        else if (!entries.TryAdd(word.Text, new MapEntry(word, value)))
        {
            faults.Add(word.At, $"the key {Quote.Text(word.Text)} is given twice — allowed: once; it is in line {entries[word.Text].Key.At.Line} already, delete one of the two");
        }
    }

    private void RefuseAnchorAndTag()
    {
        if (Peek() is not NodeEvent node)
        {
            return;
        }

        if (!node.Anchor.IsEmpty)
        {
            faults.Add(Place.Of(node.Start), $"the anchor {Quote.Text("&" + node.Anchor)} is not supported — allowed: values without anchors; delete it and write the value wherever it is needed");
        }

        if (!node.Tag.IsEmpty)
        {
            faults.Add(Place.Of(node.Start), $"the tag {Quote.Text(node.Tag.ToString().Replace("tag:yaml.org,2002:", "!!", StringComparison.Ordinal))} is not supported — allowed: values without tags; delete it");
        }
    }

    private ParsingEvent Peek()
    {
        _parser.Accept<NodeEvent>(out _);
        return _parser.Current ?? throw new YamlException("the file ends where a value was expected");
    }

    private BrokenNode Broken(ParsingEvent at, string message)
    {
        faults.Add(Place.Of(at.Start), message);
        return new BrokenNode(Place.Of(at.Start));
    }
}
