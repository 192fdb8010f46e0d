using System.Buffers;
using System.Numerics;

namespace KejiDomain.Validation;

/// <summary>A number for each of some identifiers; <c>default</c> has none. Its memory is on loan, so that a table for every data set leaves nothing behind.</summary>
internal struct IdTable : IDisposable
{
    private string[]? _ids;

    // One more than the place of an identifier, by its hash; behind these by place the hashes, and behind them the numbers.
    private int[]? _slots;

    private int _mask;

    /// <summary>Makes room for some identifiers; there may be more.</summary>
    public IdTable(int capacity) => MakeRoom(capacity);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The numbers in the order in which the identifiers came.</summary>
    public readonly ReadOnlySpan<int> Numbers => _ids is null ? [] : _slots.AsSpan(_mask + 1 + _ids.Length, Count);

    /// <summary>The number of an identifier, nought where it is new.</summary>
    public ref int NumberOf(string id, out bool isNew)
    {
        if (_ids is null || Count == _ids.Length)
        {
            MakeRoom(2 * Count);
        }

        var hash = KeyedHash.Of(id);
        ref var slot = ref _slots![SlotOf(id, hash)];
        isNew = slot == 0;
        if (isNew)
        {
            _ids![Count] = id;
            _slots[_mask + 1 + Count] = hash;
            _slots[_mask + 1 + _ids.Length + Count] = 0;
            slot = ++Count;
        }

        return ref _slots[_mask + _ids!.Length + slot];
    }

    /// <summary>The number of an identifier, or false where it is not there.</summary>
    public readonly bool TryFind(string id, out int number)
    {
        var found = Count == 0 ? 0 : _slots![SlotOf(id, KeyedHash.Of(id))];
        number = found == 0 ? 0 : _slots![_mask + _ids!.Length + found];
        return found > 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ids is not null)
        {
            // No identifier is kept alive by the loan.
            _ids.AsSpan(0, Count).Clear();
            ArrayPool<string>.Shared.Return(_ids);
            ArrayPool<int>.Shared.Return(_slots!);
            this = default;
        }
    }

    private readonly int SlotOf(string id, int hash)
    {
        var slot = hash & _mask;
        while (_slots![slot] is > 0 and var found && (_slots[_mask + found] != hash || _ids![found - 1] != id))
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }

    private void MakeRoom(int capacity)
    {
        var old = this;
        _ids = ArrayPool<string>.Shared.Rent(Math.Max(16, capacity));
        var size = (int)BitOperations.RoundUpToPowerOf2(2 * (uint)_ids.Length);
        _slots = ArrayPool<int>.Shared.Rent(size + (2 * _ids.Length));
        _slots.AsSpan(0, size).Clear();
        _mask = size - 1;
        Count = 0;
        for (var i = 0; i < old.Count; i++)
        {
            NumberOf(old._ids![i], out _) = old.Numbers[i];
        }

        old.Dispose();
    }
}
