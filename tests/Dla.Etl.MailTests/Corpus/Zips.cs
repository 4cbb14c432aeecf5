using System.Buffers.Binary;
using System.Text;
using Dla.Etl.Mail.Zip;

namespace Dla.Etl.MailTests.Corpus;

/// <summary>Makes zips as badly as they come: names as bytes, flags, extra fields and sizes as one likes. Stored unless packed already.</summary>
internal sealed class Zips
{
    private readonly List<byte> body = [];
    private readonly List<byte> directory = [];
    private int count;

    public static byte[] Of(params (string Name, byte[] Bytes)[] files)
    {
        var zip = new Zips();
        foreach (var (name, bytes) in files)
            zip.Add(Encoding.UTF8.GetBytes(name), bytes, flags: 0x800);
        return zip.Bytes();
    }

    public Zips Add(byte[] name, byte[] bytes, int flags = 0, byte[]? extra = null, byte[]? packed = null, uint? crc = null, int? method = null, uint? declaredSize = null)
    {
        var fields = new byte[26]; // version needed … length of the extra field: the same in both headers
        Word(fields, 0, 20);
        Word(fields, 2, flags);
        Word(fields, 4, method ?? (packed is null ? 0 : 8));
        Word(fields, 8, 0x5A21); // 1 January 2025: the same bytes on every day
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(10), crc ?? Crc32.Of(bytes));
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(14), (uint)(packed ?? bytes).Length);
        BinaryPrimitives.WriteUInt32LittleEndian(fields.AsSpan(18), declaredSize ?? (uint)bytes.Length);
        Word(fields, 22, name.Length);
        Word(fields, 24, extra?.Length ?? 0);
        var offset = (uint)body.Count;
        foreach (var part in (byte[][])["PK\u0003\u0004"u8.ToArray(), fields, name, extra ?? [], packed ?? bytes])
            body.AddRange(part);
        var tail = new byte[14];
        BinaryPrimitives.WriteUInt32LittleEndian(tail.AsSpan(10), offset);
        foreach (var part in (byte[][])["PK\u0001\u0002"u8.ToArray(), [20, 0], fields, tail, name, extra ?? []])
            directory.AddRange(part);
        count++;
        return this;
    }

    public byte[] Bytes()
    {
        var end = new byte[22];
        "PK\u0005\u0006"u8.CopyTo(end);
        Word(end, 8, count & 0xFFFF);
        Word(end, 10, count & 0xFFFF);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(12), (uint)directory.Count);
        BinaryPrimitives.WriteUInt32LittleEndian(end.AsSpan(16), (uint)body.Count);
        return [.. body, .. directory, .. end];
    }

    /// <summary>The extra field in which Info-ZIP keeps the name in UTF-8.</summary>
    public static byte[] UnicodePath(byte[] plainName, string name)
    {
        var text = Encoding.UTF8.GetBytes(name);
        var field = new byte[9 + text.Length];
        Word(field, 0, 0x7075);
        Word(field, 2, 5 + text.Length);
        field[4] = 1;
        BinaryPrimitives.WriteUInt32LittleEndian(field.AsSpan(5), Crc32.Of(plainName));
        text.CopyTo(field, 9);
        return field;
    }

    private static void Word(byte[] bytes, int at, int value) => BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(at), (ushort)value);
}
