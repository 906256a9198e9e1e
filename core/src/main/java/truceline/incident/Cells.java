package truceline.incident;

import java.util.Arrays;

/// Rows by cell: a hash table from a cell key to a chain of blocks, each with the place, the moment and the number of a
/// few rows
/// side by side. A look at a cell and at its rows costs a line or two of memory, not one a row. One writer.
final class Cells {
    /// Longs of a block: the block before, how many rows it holds, then place, moment and row of each.
    private static final int BLOCK = 14;

    private static final int ROWS_OF_A_BLOCK = 4;
    private static final int COUNT = 1;
    private static final int FIRST = 2;
    private static final int SPAN = 3;

    /// Key, then the block in use; 0 is an empty slot, because block 0 is never given out.
    private long[] slots = new long[1 << 13];

    private long[] blocks = new long[BLOCK << 10];
    private int used;
    private int lastBlock;

    /// The block in use of a cell, or 0 where the cell is empty.
    int block(long key) {
        return (int) slots[slot(slots, key) + 1];
    }

    /// The block before, or 0.
    int before(int block) {
        return (int) blocks[block * BLOCK];
    }

    int count(int block) {
        return (int) blocks[block * BLOCK + COUNT];
    }

    long spot(int block, int i) {
        return blocks[block * BLOCK + FIRST + i * SPAN];
    }

    long middleMs(int block, int i) {
        return blocks[block * BLOCK + FIRST + i * SPAN + 1];
    }

    int row(int block, int i) {
        return (int) blocks[block * BLOCK + FIRST + i * SPAN + 2];
    }

    void put(long key, long spot, long middleMs, int row) {
        int slot = slot(slots, key);
        int block = (int) slots[slot + 1];
        if (block == 0) {
            slots[slot] = key;
            used++;
        }
        if (block == 0 || count(block) == ROWS_OF_A_BLOCK) {
            block = newBlock(block);
            slots[slot + 1] = block;
        }
        int at = block * BLOCK;
        int entry = at + FIRST + (int) blocks[at + COUNT]++ * SPAN;
        blocks[entry] = spot;
        blocks[entry + 1] = middleMs;
        blocks[entry + 2] = row;
        if (used * 4 > slots.length) {
            grow();
        }
    }

    private int newBlock(int before) {
        lastBlock++;
        if ((lastBlock + 1) * BLOCK > blocks.length) {
            blocks = Arrays.copyOf(blocks, blocks.length * 2);
        }
        blocks[lastBlock * BLOCK] = before;
        return lastBlock;
    }

    private static int slot(long[] slots, long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        int mask = slots.length - 2;
        int slot = (int) (mixed >>> 31) & mask;
        while (slots[slot + 1] != 0 && slots[slot] != key) {
            slot = slot + 2 & mask;
        }
        return slot;
    }

    private void grow() {
        long[] more = new long[slots.length * 2];
        for (int i = 0; i < slots.length; i += 2) {
            if (slots[i + 1] != 0) {
                int slot = slot(more, slots[i]);
                more[slot] = slots[i];
                more[slot + 1] = slots[i + 1];
            }
        }
        slots = more;
    }
}
