using System.Security.Cryptography;

namespace Dla.Etl.Values;

/// <summary>A SHA-256 as 64 lower-case hexadecimal digits.</summary>
public readonly record struct ContentHash
{
    private ContentHash(string hex) => Hex = hex;

    /// <summary>The 64 digits.</summary>
    public string Hex { get; }

    /// <summary>The hash of these bytes.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> bytes) => new(Convert.ToHexStringLower(SHA256.HashData(bytes)));

    /// <summary>A finished digest of 32 bytes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static ContentHash FromDigest(ReadOnlySpan<byte> digest) =>
        digest.Length == 32 ? new(Convert.ToHexStringLower(digest)) : throw new ArgumentException("A SHA-256 has 32 bytes.", nameof(digest));

    /// <summary>A hash that was stored as text.</summary>
    /// <exception cref="ArgumentException">Not 64 lower-case hexadecimal digits.</exception>
    public static ContentHash FromHex(string hex) =>
        hex is { Length: 64 } && hex.All(char.IsAsciiHexDigitLower) ? new(hex) : throw new ArgumentException($"Not a SHA-256: {hex}", nameof(hex));

    /// <inheritdoc/>
    public override string ToString() => Hex;
}
