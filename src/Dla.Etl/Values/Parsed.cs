using System.Diagnostics.CodeAnalysis;

namespace Dla.Etl.Values;

/// <summary>What came of reading a text as a <typeparamref name="T"/>: the value with the tolerances that were needed, or the reason it cannot be one.</summary>
/// <remarks>Bad data is a value, never an exception. <see cref="Reason"/> is a short Thai phrase that fits after "เพราะ" in a finding.</remarks>
public readonly record struct Parsed<T>
{
    private readonly T? _value;
    private readonly IReadOnlyList<Tolerance>? _tolerances;

    private Parsed(T? value, string? reason, IReadOnlyList<Tolerance>? tolerances)
    {
        _value = value;
        Reason = reason;
        _tolerances = tolerances;
        Succeeded = reason is null;
    }

    /// <summary>True when a value was read.</summary>
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool Succeeded { get; }

    /// <summary>Why no value could be read, in Thai; null on success.</summary>
    public string? Reason { get; }

    /// <summary>The named tolerances that were used, in order; each one becomes an INFO finding.</summary>
    public IReadOnlyList<Tolerance> Tolerances => _tolerances ?? [];

    /// <summary>The value that was read.</summary>
    /// <exception cref="InvalidOperationException">No value was read: a mistake of the caller, who must look at <see cref="Succeeded"/> first.</exception>
    public T Value => Succeeded ? _value! : throw new InvalidOperationException($"No value was read: {Reason}");

    /// <summary>A value that was read, with the tolerances it needed.</summary>
    public static Parsed<T> Ok(T value, params IReadOnlyList<Tolerance> tolerances) => new(value, null, tolerances);

    /// <summary>No value: the reason in Thai.</summary>
    public static Parsed<T> Failed(string reason) => new(default, reason, null);
}
