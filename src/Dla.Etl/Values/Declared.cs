namespace Dla.Etl.Values;

/// <summary>A fact that a definition gives, or says plainly that nobody knows, with the reason; never a guess.</summary>
public readonly record struct Declared<T>
{
    private readonly T? _value;

    private Declared(T? value, string? unknownBecause)
    {
        _value = value;
        UnknownBecause = unknownBecause;
    }

    /// <summary>True when the value is given.</summary>
    public bool IsKnown => UnknownBecause is null;

    /// <summary>Why the value is not known; null when it is.</summary>
    public string? UnknownBecause { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">It is unknown.</exception>
    public T Value => IsKnown ? _value! : throw new InvalidOperationException($"Unknown: {UnknownBecause}");

    /// <summary>A given value.</summary>
    public static Declared<T> Known(T value) => new(value, null);

    /// <summary>An unknown value and the reason.</summary>
    public static Declared<T> Unknown(string reason) => new(default, reason);
}
