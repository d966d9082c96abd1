using System.Numerics;
using System.Runtime.InteropServices;

namespace FondsWorkflow.Banking;

/// <summary>
/// Finds duplicates among any number of keys in constant memory: a first pass through a bit field of one megabyte leaves a few
/// suspects, a second pass compares those exactly. Never misses a duplicate, never reports a false one.
/// </summary>
internal sealed class DuplicateFinder
{
    private const int BitCount = 1 << 23;
    private const ulong Odd = 0x9E3779B97F4A7C15UL;

    private readonly ulong[] _bits = new ulong[BitCount / 64];
    private readonly HashSet<ulong> _suspects = [];
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);

    internal bool HasSuspects => _suspects.Count > 0;

    /// <summary>A hash of the characters, four at a time, continued from a seed.</summary>
    internal static ulong KeyOf(ReadOnlySpan<char> text, ulong seed = 0)
    {
        var hash = seed ^ ((ulong)text.Length * Odd);
        var words = MemoryMarshal.Cast<char, ulong>(text);
        foreach (var word in words) hash = BitOperations.RotateLeft((hash ^ word) * Odd, 29);
        foreach (var c in text[(words.Length * 4)..]) hash = BitOperations.RotateLeft((hash ^ c) * Odd, 29);
        return hash * Odd;
    }

    /// <summary>First pass: whether the key was seen before, or seems so.</summary>
    internal bool Add(ulong key)
    {
        if (!(Set(key) & Set(key >> 20) & Set(key >> 40))) return false;
        _suspects.Add(key);
        return true;
    }

    /// <summary>Second pass: who used the same text before, or null. Remembers <paramref name="owner"/> as the first when nobody did.</summary>
    internal string? FirstWith(ulong key, string text, string owner)
    {
        if (!_suspects.Contains(key) || _first.TryAdd(text, owner)) return null;
        return _first[text];
    }

    private bool Set(ulong hash)
    {
        var place = (int)(hash % BitCount);
        var before = (_bits[place / 64] >> (place % 64)) & 1;
        _bits[place / 64] |= 1UL << (place % 64);
        return before == 1;
    }
}
