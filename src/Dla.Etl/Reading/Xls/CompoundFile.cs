using System.Buffers.Binary;
using System.Text;

namespace Dla.Etl.Reading.Xls;

/// <summary>An OLE compound file ([MS-CFB]), read only as far as taking out one stream of the root.</summary>
/// <remarks>
/// Own code beside NPOI, because both parsers at hand give way to hostile bytes: NPOI 2.4.1 loops for ever on some damaged allocation tables, and
/// ExcelDataReader 3.6.0 walks sector chains in quadratic time. Here no chain is followed further than the file has sectors.
/// </remarks>
internal sealed class CompoundFile
{
    private const uint LastSector = 0xFFFFFFFA;
    private const uint EndOfChain = 0xFFFFFFFE;
    private const uint NoEntry = 0xFFFFFFFF;
    private const byte StreamEntry = 2;
    private const int HeaderSectors = 109;
    private const int EntrySize = 128;
    private const uint MiniCutoff = 4096;
    private readonly byte[] _file;
    private readonly int _sectorSize, _miniSectorSize;
    private readonly List<uint> _table = [], _miniTable = [];
    private readonly byte[] _directory, _miniStream;
    private readonly Dictionary<string, int> _root = new(StringComparer.OrdinalIgnoreCase);

    private CompoundFile(byte[] file)
    {
        _file = file;
        (_sectorSize, _miniSectorSize) = (1 << Exponent(0x1E, 9, 12), 1 << Exponent(0x20, 6, 6));
        if (U32(0x38) != MiniCutoff)
            throw new InvalidDataException("The header names an unknown size of short streams.");
        foreach (var sector in TableSectors())
            Append(_table, Sector(sector));
        foreach (var sector in Chain(U32(0x3C), _table))
            Append(_miniTable, Sector(sector));
        _directory = Joined(Chain(U32(0x30), _table), int.MaxValue);
        if (_directory.Length < EntrySize)
            throw new InvalidDataException("The directory is empty.");
        _miniStream = Joined(Chain(EntryU32(0, 0x74), _table), EntryU32(0, 0x78));
        List();
    }

    /// <summary>Reads the tables and the directory.</summary>
    /// <exception cref="InvalidDataException">Cut off, or its tables contradict each other.</exception>
    public static CompoundFile Open(byte[] file) => new(file);

    /// <summary>True when the root has a stream or storage of this name.</summary>
    public bool Has(string name) => _root.ContainsKey(name);

    /// <summary>The bytes of a stream of the root.</summary>
    /// <exception cref="InvalidDataException">Shorter than the directory says.</exception>
    public byte[] Stream(string name)
    {
        var entry = _root[name];
        var (start, size) = (EntryU32(entry, 0x74), EntryU32(entry, 0x78));
        return size < MiniCutoff ? MiniStream(start, size) : Joined(Chain(start, _table), size, exact: true);
    }

    /// <summary>Follows everything that another parser would follow: the whole tree and the chain of every stream.</summary>
    /// <returns>False when an entry or a sector is reached twice, an entry leads out of the directory, or a stream is shorter than its entry says.</returns>
    /// <exception cref="InvalidDataException">A chain runs in a circle or leaves the file.</exception>
    public bool IsSound()
    {
        var (seen, sectors, shortSectors) = (new HashSet<uint> { 0 }, new HashSet<uint>(), new HashSet<uint>());
        bool Once(HashSet<uint> claimed, List<uint> chain) => chain.All(claimed.Add);
        if (!Once(sectors, [.. TableSectors()]) || !Once(sectors, Chain(U32(0x3C), _table)) || !Once(sectors, Chain(U32(0x30), _table)) || !Once(sectors, Chain(EntryU32(0, 0x74), _table)))
            return false;
        var open = new Stack<uint>([EntryU32(0, 0x4C)]);
        while (open.TryPop(out var entry))
        {
            if (entry == NoEntry)
                continue;
            if (entry >= _directory.Length / EntrySize || !seen.Add(entry))
                return false;
            foreach (var at in (int[])[0x44, 0x48, 0x4C])
                open.Push(EntryU32((int)entry, at));
            var (start, size, kind) = (EntryU32((int)entry, 0x74), EntryU32((int)entry, 0x78), _directory[((int)entry * EntrySize) + 0x42]);
            if (kind != StreamEntry || size == 0)
                continue;
            var (table, claimed, sectorSize) = size < MiniCutoff ? (_miniTable, shortSectors, _miniSectorSize) : (_table, sectors, _sectorSize);
            var chain = Chain(start, table);
            if ((long)chain.Count * sectorSize < size || !Once(claimed, chain))
                return false;
        }
        return true;
    }

    private IEnumerable<uint> TableSectors()
    {
        for (var at = 0; at < HeaderSectors && U32(0x4C + (4 * at)) <= LastSector; at++)
            yield return U32(0x4C + (4 * at));
        var steps = 0;
        for (var more = U32(0x44); more <= LastSector;)
        {
            var sector = Sector(more).ToArray();
            if (++steps > _file.Length / _sectorSize)
                throw new InvalidDataException("The chain of tables runs in a circle.");
            for (var at = 0; at < _sectorSize - 4 && Number(sector, at) <= LastSector; at += 4)
                yield return Number(sector, at);
            more = Number(sector, _sectorSize - 4);
        }
    }

    private static List<uint> Chain(uint start, List<uint> table)
    {
        var chain = new List<uint>();
        for (var sector = start; sector != EndOfChain && sector <= LastSector; sector = table[(int)sector])
        {
            if (chain.Count > table.Count || sector >= (uint)table.Count)
                throw new InvalidDataException("A chain of sectors runs in a circle or leaves the file.");
            chain.Add(sector);
        }
        return chain;
    }

    private byte[] Joined(List<uint> chain, uint size, bool exact = false)
    {
        var length = (int)Math.Min(size, (long)chain.Count * _sectorSize);
        if (exact && length < size)
            throw new InvalidDataException("A stream is shorter than the directory says.");
        var bytes = new byte[length];
        for (var at = 0; at * _sectorSize < length; at++)
        {
            var wanted = Math.Min(_sectorSize, length - (at * _sectorSize));
            Sector(chain[at], wanted)[..wanted].CopyTo(bytes.AsSpan(at * _sectorSize));
        }
        return bytes;
    }

    private byte[] MiniStream(uint start, uint size)
    {
        var (bytes, filled) = (new byte[size], 0);
        foreach (var sector in Chain(start, _miniTable))
        {
            var (from, wanted) = ((long)sector * _miniSectorSize, Math.Min(_miniSectorSize, bytes.Length - filled));
            if (from + wanted > _miniStream.Length)
                throw new InvalidDataException("A stream leaves the file.");
            _miniStream.AsSpan((int)from, wanted).CopyTo(bytes.AsSpan(filled));
            filled += wanted;
        }
        return filled == bytes.Length ? bytes : throw new InvalidDataException("A stream is shorter than the directory says.");
    }

    /// <summary>Walks the tree under the root; embedded documents lie deeper and do not count.</summary>
    private void List()
    {
        var (seen, open) = (new HashSet<uint>(), new Stack<uint>([EntryU32(0, 0x4C)]));
        while (open.TryPop(out var entry))
        {
            if (entry >= _directory.Length / EntrySize || !seen.Add(entry))
                continue;
            var length = Math.Clamp(BinaryPrimitives.ReadUInt16LittleEndian(_directory.AsSpan(((int)entry * EntrySize) + 0x40)) - 2, 0, 62);
            _root.TryAdd(Encoding.Unicode.GetString(_directory, (int)entry * EntrySize, length), (int)entry);
            open.Push(EntryU32((int)entry, 0x44));
            open.Push(EntryU32((int)entry, 0x48));
        }
    }

    /// <summary>A sector; the last one of a file may be shorter when that is enough.</summary>
    private ReadOnlySpan<byte> Sector(uint number, int wanted = int.MaxValue)
    {
        var from = ((long)number + 1) * _sectorSize;
        var length = (int)Math.Clamp(_file.Length - from, 0, _sectorSize);
        return length > 0 && length >= Math.Min(wanted, _sectorSize) ? _file.AsSpan((int)from, length) : throw new InvalidDataException("A sector lies beyond the end of the file.");
    }

    private static void Append(List<uint> table, ReadOnlySpan<byte> sector)
    {
        for (var at = 0; at < sector.Length; at += 4)
            table.Add(Number(sector, at));
    }

    private int Exponent(int at, int least, int most)
    {
        var exponent = _file.Length < 512 ? 0 : BinaryPrimitives.ReadUInt16LittleEndian(_file.AsSpan(at));
        return exponent >= least && exponent <= most ? exponent : throw new InvalidDataException("The header names an unknown size of sectors.");
    }

    private uint EntryU32(int entry, int at) => Number(_directory, (entry * EntrySize) + at);

    private uint U32(int at) => Number(_file, at);

    private static uint Number(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
