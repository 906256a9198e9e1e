// Verify checks a ledger folder with the tile and note code of the Go checksum database, which shares no line with
// Truceline's own: the signature of the checkpoint, every entry against the tiles, inclusion proofs, and consistency
// with older checkpoints.
//
//	verify [-proofs N] LEDGER VKEY [OLDER-CHECKPOINT...]
//	verify [-proofs N] -batch VKEY
//	verify -entry ENTRY PROOF VKEY
//
// VKEY is any key the log has or had: the entries hand it from key to key, and those in force must all have signed.
//
// The second form reads the names of ledger folders from standard input, one a line, and answers each with one line. The
// third checks one entry by its .tlog-proof file, without the ledger. Exit status: 0 where all holds, 1 where something does not (the entry or file is named), 2 for a wrong call.
package main

import (
	"bufio"
	"encoding/base64"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const width = 256

func main() {
	proofs := flag.Int64("proofs", 10000, "inclusion proofs to make and check, at most; spread evenly over the log")
	batch := flag.Bool("batch", false, "read names of ledger folders, and answer each with a line")
	entry := flag.String("entry", "", "file of an entry that a .tlog-proof file is checked for")
	flag.Usage = func() {
		fmt.Fprintln(os.Stderr, "usage: verify [-proofs N] LEDGER VKEY [OLDER-CHECKPOINT...]")
		fmt.Fprintln(os.Stderr, "       verify [-proofs N] -batch VKEY")
		fmt.Fprintln(os.Stderr, "       verify -entry ENTRY PROOF VKEY")
	}
	flag.Parse()
	if *batch && flag.NArg() == 1 {
		os.Exit(verifyEach(os.Stdin, flag.Arg(0), *proofs))
	}
	if flag.NArg() < 2 {
		flag.Usage()
		os.Exit(2)
	}
	if *entry != "" {
		if err := verifyProof(*entry, flag.Arg(0), flag.Arg(1)); err != nil {
			fmt.Println("differs:", err)
			os.Exit(1)
		}
		return
	}
	if err := verify(flag.Arg(0), flag.Arg(1), flag.Args()[2:], *proofs); err != nil {
		fmt.Println("differs:", err)
		os.Exit(1)
	}
}

// verifyEach answers for each folder named in a line; 1 where any of them differs.
func verifyEach(names io.Reader, vkey string, limit int64) int {
	code := 0
	lines := bufio.NewScanner(names)
	for lines.Scan() {
		if err := verify(lines.Text(), vkey, nil, limit); err != nil {
			fmt.Println("differs:", strings.ReplaceAll(err.Error(), "\n", " "))
			code = 1
		}
	}
	return code
}

func verify(folder, vkey string, older []string, limit int64) error {
	all, any, err := signers(folder, vkey)
	if err != nil {
		return err
	}
	tree, err := openCheckpoint(filepath.Join(folder, "checkpoint"), all, len(all))
	if err != nil {
		return err
	}
	hashes := tlog.TileHashReader(tree, tileFolder(folder))
	if err := checkEntries(folder, tree, hashes); err != nil {
		return err
	}
	if err := checkPartials(folder, tree, hashes); err != nil {
		return err
	}
	checked, err := checkInclusion(tree, hashes, limit)
	if err != nil {
		return err
	}
	for _, file := range older {
		if err := checkConsistency(file, any, tree, hashes); err != nil {
			return err
		}
	}
	fmt.Printf("ok: size %d, entries %d, inclusion proofs %d, older checkpoints %d\n", tree.N, tree.N, checked, len(older))
	return nil
}

// verifyProof checks an entry by its proof in the C2SP tlog-proof format.
func verifyProof(entryFile, proofFile, vkey string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	entry, err := os.ReadFile(entryFile)
	if err != nil {
		return err
	}
	bytes, err := os.ReadFile(proofFile)
	if err != nil {
		return err
	}
	head, checkpoint, found := strings.Cut(string(bytes), "\n\n")
	lines := strings.Split(head, "\n")
	if !found || len(lines) < 2 || lines[0] != "c2sp.org/tlog-proof@v1" || !strings.HasPrefix(lines[1], "index ") {
		return fmt.Errorf("%s is not a proof of an entry", proofFile)
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	if err != nil {
		return fmt.Errorf("%s: %v", proofFile, err)
	}
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		bytes, err := base64.StdEncoding.Strict().DecodeString(line)
		if err != nil || len(bytes) != tlog.HashSize {
			return fmt.Errorf("%s: not a hash: %s", proofFile, line)
		}
		var hash tlog.Hash
		copy(hash[:], bytes)
		proof = append(proof, hash)
	}
	tree, err := readCheckpoint(proofFile, []byte(checkpoint), []note.Verifier{verifier}, 1)
	if err != nil {
		return err
	}
	if err := tlog.CheckRecord(proof, tree.N, tree.Hash, index, tlog.RecordHash(entry)); err != nil {
		return fmt.Errorf("entry %d: %v", index, err)
	}
	fmt.Printf("ok: entry %d of %d\n", index, tree.N)
	return nil
}

// openCheckpoint returns the tree that a file with a signed checkpoint names.
func openCheckpoint(file string, keys []note.Verifier, least int) (tlog.Tree, error) {
	bytes, err := os.ReadFile(file)
	if err != nil {
		return tlog.Tree{}, err
	}
	return readCheckpoint(file, bytes, keys, least)
}

// readCheckpoint returns the tree that a checkpoint names which so many of the keys signed.
func readCheckpoint(file string, bytes []byte, keys []note.Verifier, least int) (tlog.Tree, error) {
	signed, err := note.Open(bytes, note.VerifierList(keys...))
	if err != nil {
		return tlog.Tree{}, fmt.Errorf("%s: %v", file, err)
	}
	if len(signed.Sigs) < least {
		return tlog.Tree{}, fmt.Errorf("%s lacks the signature of a key in force", file)
	}
	lines := strings.Split(signed.Text, "\n")
	if len(lines) != 4 || lines[0] != keys[0].Name() || lines[3] != "" {
		return tlog.Tree{}, fmt.Errorf("%s is not a checkpoint of %s", file, keys[0].Name())
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		return tlog.Tree{}, fmt.Errorf("%s: no tree has size %s", file, lines[1])
	}
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if err != nil || len(root) != tlog.HashSize {
		return tlog.Tree{}, fmt.Errorf("%s: not a root: %s", file, lines[2])
	}
	tree := tlog.Tree{N: size}
	copy(tree.Hash[:], root)
	return tree, nil
}

// tileFolder reads tiles of height 8 as C2SP tlog-tiles names them.
type tileFolder string

func (folder tileFolder) Height() int                             { return 8 }
func (folder tileFolder) SaveTiles(tiles []tlog.Tile, _ [][]byte) {}

func (folder tileFolder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var out [][]byte
	for _, tile := range tiles {
		bytes, err := os.ReadFile(filepath.Join(string(folder), path(tile)))
		if errors.Is(err, os.ErrNotExist) && tile.W < width {
			full := tile
			full.W = width
			bytes, err = os.ReadFile(filepath.Join(string(folder), path(full)))
			if err == nil && len(bytes) == width*tlog.HashSize {
				bytes = bytes[:tile.W*tlog.HashSize]
			}
		}
		if err != nil {
			return nil, err
		}
		out = append(out, bytes)
	}
	return out, nil
}

// path is the tile's path without the height that Go puts in front of the level.
func path(tile tlog.Tile) string {
	return "tile/" + strings.TrimPrefix(tile.Path(), "tile/8/")
}

func bundlePath(number int64, entries int) string {
	return "tile/entries" + strings.TrimPrefix(path(tlog.Tile{H: 8, L: 0, N: number, W: entries}), "tile/0")
}

// checkEntries compares every entry with the tiles, which are themselves checked against the root as they are read.
func checkEntries(folder string, tree tlog.Tree, hashes tlog.HashReader) error {
	for number := int64(0); number*width < tree.N; number++ {
		first := number * width
		count := int(min(width, tree.N-first))
		indexes := make([]int64, count)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(0, first+int64(i))
		}
		leaves, err := hashes.ReadHashes(indexes)
		if err != nil {
			return fmt.Errorf("entry %d: %v", first, err)
		}
		name := bundlePath(number, count)
		rest, err := os.ReadFile(filepath.Join(folder, name))
		if err != nil {
			return fmt.Errorf("entry %d: %v", first, err)
		}
		for i, leaf := range leaves {
			entry := first + int64(i)
			if len(rest) < 2 || len(rest) < 2+int(rest[0])<<8+int(rest[1]) {
				return fmt.Errorf("entry %d: %s ends within it", entry, name)
			}
			length := int(rest[0])<<8 + int(rest[1])
			if tlog.RecordHash(rest[2:2+length]) != leaf {
				return fmt.Errorf("entry %d: %s does not hold the entry of the tree", entry, name)
			}
			rest = rest[2+length:]
		}
		if len(rest) > 0 {
			return fmt.Errorf("entry %d: %s goes on after its last entry", first+int64(count-1), name)
		}
	}
	return nil
}

// checkPartials compares the partial tiles that earlier, smaller trees had with this tree. Those of larger trees are no
// business of this checkpoint.
func checkPartials(folder string, tree tlog.Tree, hashes tlog.HashReader) error {
	return filepath.WalkDir(filepath.Join(folder, "tile"), func(file string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !strings.Contains(file, ".p/") {
			return err
		}
		name, err := filepath.Rel(filepath.Join(folder, "tile"), file)
		if err != nil {
			return err
		}
		entries := strings.HasPrefix(name, "entries/")
		tile, err := tlog.ParseTilePath("tile/8/" + strings.Replace(name, "entries/", "0/", 1))
		if err != nil {
			return fmt.Errorf("tile/%s: %v", name, err)
		}
		count := tree.N >> (8 * tile.L)
		if tile.N*width+int64(tile.W) > count {
			return nil
		}
		indexes := make([]int64, tile.W)
		for i := range indexes {
			indexes[i] = tlog.StoredHashIndex(8*tile.L, tile.N*width+int64(i))
		}
		expected, err := hashes.ReadHashes(indexes)
		if err != nil {
			return fmt.Errorf("tile/%s: %v", name, err)
		}
		rest, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		for i, hash := range expected {
			var found tlog.Hash
			if entries && len(rest) >= 2 && len(rest) >= 2+int(rest[0])<<8+int(rest[1]) {
				length := int(rest[0])<<8 + int(rest[1])
				found, rest = tlog.RecordHash(rest[2:2+length]), rest[2+length:]
			} else if !entries && len(rest) >= tlog.HashSize {
				rest = rest[copy(found[:], rest):]
			}
			if found != hash {
				return fmt.Errorf("tile/%s is not the beginning of its tile from %d on", name, i)
			}
		}
		if len(rest) > 0 {
			return fmt.Errorf("tile/%s goes on after its end", name)
		}
		return nil
	})
}

func checkInclusion(tree tlog.Tree, hashes tlog.HashReader, limit int64) (int64, error) {
	step := int64(1)
	if limit > 0 && tree.N > limit {
		step = (tree.N + limit - 1) / limit
	}
	checked := int64(0)
	for entry := int64(0); entry < tree.N; entry += step {
		leaf, err := hashes.ReadHashes([]int64{tlog.StoredHashIndex(0, entry)})
		if err != nil {
			return 0, fmt.Errorf("entry %d: %v", entry, err)
		}
		proof, err := tlog.ProveRecord(tree.N, entry, hashes)
		if err != nil {
			return 0, fmt.Errorf("entry %d: %v", entry, err)
		}
		if err := tlog.CheckRecord(proof, tree.N, tree.Hash, entry, leaf[0]); err != nil {
			return 0, fmt.Errorf("entry %d: %v", entry, err)
		}
		checked++
	}
	return checked, nil
}

func checkConsistency(file string, keys []note.Verifier, tree tlog.Tree, hashes tlog.HashReader) error {
	older, err := openCheckpoint(file, keys, 1)
	if err != nil {
		return err
	}
	if older.N > tree.N {
		return fmt.Errorf("%s: size %d is larger than this ledger's %d", file, older.N, tree.N)
	}
	if older.N == 0 {
		return nil
	}
	proof, err := tlog.ProveTree(tree.N, older.N, hashes)
	if err != nil {
		return fmt.Errorf("%s: %v", file, err)
	}
	if err := tlog.CheckTree(proof, tree.N, tree.Hash, older.N, older.Hash); err != nil {
		return fmt.Errorf("%s: size %d is not the beginning of this ledger: %v", file, older.N, err)
	}
	return nil
}

func min(a, b int64) int64 {
	if a < b {
		return a
	}
	return b
}
