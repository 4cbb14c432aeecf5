using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Dla.Etl.Definitions;

/// <summary>A mapping of a definition file that knows its keys: an unknown, missing, repeated or mistyped one stops the load.</summary>
/// <remarks>Scalars arrive as text and are typed here, so that <c>01</c> and <c>no</c> stay what they were (STYLE 3.9).</remarks>
internal sealed class StrictMap
{
    private readonly string _file, _path;
    private readonly YamlMappingNode _node;
    private readonly string[] _allowed;

    private StrictMap(string file, string path, YamlMappingNode node, string[] allowed)
    {
        (_file, _path, _node, _allowed) = (file, path, node, allowed);
        foreach (var (key, _) in node.Children)
            if (key is not YamlScalarNode { Value: { } name })
                throw Problem(key, _path, "a key must be plain text");
            else if (allowed.Length > 0 && !allowed.Contains(name, StringComparer.Ordinal))
                throw Problem(key, At(name), $"unknown key; allowed are {string.Join(", ", allowed)}");
    }

    /// <summary>The keys in the order of the file.</summary>
    public IEnumerable<string> Keys => _node.Children.Keys.Select(key => ((YamlScalarNode)key).Value!);

    /// <summary>Reads the single document of a file; without allowed keys every key may come.</summary>
    /// <exception cref="DefinitionException">Not YAML, not one document, not a mapping, a key twice or unknown.</exception>
    public static StrictMap Load(string file, string text, params string[] allowed)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException broken)
        {
            throw new DefinitionException(file, broken.Start.Line, "(yaml)", broken.Message, broken);
        }

        return stream.Documents is [{ RootNode: YamlMappingNode root }]
            ? new StrictMap(file, "", root, allowed)
            : throw new DefinitionException(file, 1, "(yaml)", "the file must hold one document that is a mapping");
    }

    /// <summary>True when the key is there.</summary>
    public bool Has(string key) => _node.Children.ContainsKey(new YamlScalarNode(key));

    /// <summary>The text of a key that must be there.</summary>
    public string Text(string key) => ScalarOf(Required(key), At(key));

    /// <summary>The text of a key, or null when it is absent.</summary>
    public string? TextOrNull(string key) => Has(key) ? Text(key) : null;

    /// <summary>A whole number in a range.</summary>
    public int Whole(string key, int least, int most) =>
        int.TryParse(Text(key), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Error(key, $"must be a whole number from {least} to {most}, not “{Text(key)}”");

    /// <summary>A day as ISO 8601, common era.</summary>
    public DateOnly Day(string key) =>
        DateOnly.TryParseExact(Text(key), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 2200
            ? day
            : throw Error(key, $"must be a day as yyyy-MM-dd in the common era, not “{Text(key)}”");

    /// <summary><c>true</c> or <c>false</c>; false when absent.</summary>
    public bool Flag(string key) => OneOf(key, ("true", true), ("false", false), absent: false);

    /// <summary>One word of a closed list.</summary>
    public T OneOf<T>(string key, params (string Word, T Value)[] words)
    {
        var text = Text(key);
        foreach (var (word, value) in words)
            if (word == text)
                return value;
        throw Error(key, $"“{text}” is not known; allowed are {string.Join(", ", words.Select(pair => pair.Word))}");
    }

    /// <summary>A list of texts; empty when the key is absent and may be.</summary>
    public IReadOnlyList<string> Texts(string key, bool optional = false) =>
        optional && !Has(key) ? [] : [.. ListOf(key).Select((node, index) => ScalarOf(node, $"{At(key)}[{index}]"))];

    /// <summary>A list of mappings; empty when the key is absent and may be.</summary>
    public IReadOnlyList<StrictMap> Maps(string key, string[] allowed, bool optional = false) =>
        optional && !Has(key) ? [] : [.. ListOf(key).Select((node, index) => MapOf(node, $"{At(key)}[{index}]", allowed))];

    /// <summary>A mapping.</summary>
    public StrictMap Map(string key, params string[] allowed) => MapOf(Required(key), At(key), allowed);

    /// <summary>True when the value of a key is a mapping.</summary>
    public bool IsMap(string key) => Required(key) is YamlMappingNode;

    /// <summary>A mistake at the value of a key, or at the mapping when the key is absent.</summary>
    public DefinitionException Error(string key, string problem) => Problem(Has(key) ? Required(key) : _node, At(key), problem);

    /// <summary>The line of a path such as <c>groups[1].items</c>, or of its nearest ancestor.</summary>
    public long LineOf(string path)
    {
        YamlNode at = _node;
        foreach (var step in path.Split('.', '['))
        {
            var next = at switch
            {
                YamlMappingNode map when map.Children.TryGetValue(new YamlScalarNode(step), out var value) => value,
                YamlSequenceNode list when int.TryParse(step.TrimEnd(']'), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < list.Children.Count => list[index],
                _ => null,
            };
            if (next is null)
                break;
            at = next;
        }

        return at.Start.Line;
    }

    private T OneOf<T>(string key, (string, T) first, (string, T) second, T absent) => Has(key) ? OneOf(key, [first, second]) : absent;

    private YamlNode Required(string key) => _node.Children.TryGetValue(new YamlScalarNode(key), out var value)
        ? value
        : throw Problem(_node, At(key), $"missing key; {(_allowed.Length == 0 ? "it must be there" : $"allowed are {string.Join(", ", _allowed)}")}");

    private YamlSequenceNode ListOf(string key) => Required(key) as YamlSequenceNode ?? throw Problem(Required(key), At(key), "must be a list");

    private StrictMap MapOf(YamlNode node, string path, string[] allowed) => node is YamlMappingNode mapping
        ? new StrictMap(_file, path, mapping, allowed)
        : throw Problem(node, path, $"must be a mapping{(allowed.Length == 0 ? "" : $" of {string.Join(", ", allowed)}")}");

    private string ScalarOf(YamlNode node, string path) => node switch
    {
        YamlScalarNode { Value: { Length: > 0 } text } => text,
        YamlScalarNode => throw Problem(node, path, "must not be empty"),
        _ => throw Problem(node, path, "must be one text, not a list or mapping"),
    };

    private string At(string key) => _path.Length == 0 ? key : $"{_path}.{key}";

    private DefinitionException Problem(YamlNode node, string path, string problem) => new(_file, node.Start.Line, path.Length == 0 ? "(root)" : path, problem);
}
