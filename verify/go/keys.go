package main

import (
	"bytes"
	"encoding/base64"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// keyEntry is an entry that hands the log from key to key; spec/keys.md says which signatures it must bear.
type keyEntry struct {
	Key struct {
		Change *struct {
			Signatures []struct{ By, Signature string }
		}
		Key, Role string
	}
}

// logKeys are the keys of a log by its entries, as text: all there ever were, and those that sign the next checkpoint.
type logKeys struct{ known, inForce []string }

// signers returns the keys that must all have signed the checkpoint, and those of which one must have signed an older
// one. A key that the entries do not name stands alone.
func signers(folder, vkey string) (all, any []note.Verifier, err error) {
	keys := readKeys(folder)
	if !contains(keys.known, vkey) {
		keys = logKeys{known: []string{vkey}, inForce: []string{vkey}}
	}
	if all, err = verifiers(keys.inForce); err != nil {
		return nil, nil, err
	}
	any, err = verifiers(keys.known)
	return all, any, err
}

func verifiers(keys []string) ([]note.Verifier, error) {
	var out []note.Verifier
	for _, key := range keys {
		verifier, err := note.NewVerifier(key)
		if err != nil {
			return nil, err
		}
		out = append(out, verifier)
	}
	return out, nil
}

// readKeys follows the key entries of a ledger. Nothing is trusted here: that these are the entries the log signed is
// checked afterwards, and what cannot be read is named there.
func readKeys(folder string) logKeys {
	var keys logKeys
	checkpoint, _ := os.ReadFile(filepath.Join(folder, "checkpoint"))
	lines := strings.SplitN(string(checkpoint), "\n", 3)
	if len(lines) < 3 {
		return keys
	}
	size, _ := strconv.ParseInt(lines[1], 10, 64)
	for number := int64(0); number*width < size; number++ {
		count := int(min(width, size-number*width))
		bundle, err := os.ReadFile(filepath.Join(folder, bundlePath(number, count)))
		if err != nil {
			bundle, _ = os.ReadFile(filepath.Join(folder, bundlePath(number, width)))
		}
		for i := 0; i < count && len(bundle) >= 2; i++ {
			end := 2 + int(bundle[0])<<8 + int(bundle[1])
			if end > len(bundle) {
				break
			}
			var entry keyEntry
			if bytes.HasPrefix(bundle[2:end], []byte(`{"key":`)) && json.Unmarshal(bundle[2:end], &entry) == nil {
				keys.add(entry)
			}
			bundle = bundle[end:]
		}
	}
	return keys
}

// add takes in a key entry; one that lacks a signature it needs changes nothing.
func (keys *logKeys) add(entry keyEntry) {
	key := entry.Key.Key
	switch entry.Key.Role {
	case "log":
		if len(keys.known) == 0 {
			keys.known, keys.inForce = []string{key}, []string{key}
		} else if name(key) == name(keys.known[0]) && !contains(keys.known, key) && keys.signed(entry, append(keys.without(""), key)) {
			keys.known, keys.inForce = append(keys.known, key), append(keys.inForce, key)
		}
	case "log-retired":
		staying := keys.without(key)
		if len(staying) == len(keys.inForce)-1 && len(staying) > 0 && keys.signed(entry, staying) {
			keys.inForce = staying
		}
	}
}

// signed tells whether each of the needed keys signed the entry's text.
func (keys *logKeys) signed(entry keyEntry, needed []string) bool {
	text := "truceline.log-key/v1\n" + name(keys.known[0]) + "\n" + entry.Key.Role + "\n" + entry.Key.Key + "\n"
	for _, key := range needed {
		if entry.Key.Change == nil || !signedBy(entry, key, text) {
			return false
		}
	}
	return true
}

func signedBy(entry keyEntry, key, text string) bool {
	verifier, err := note.NewVerifier(key)
	if err != nil {
		return false
	}
	for _, each := range entry.Key.Change.Signatures {
		signature, err := base64.StdEncoding.Strict().DecodeString(each.Signature)
		if each.By == key && err == nil && verifier.Verify([]byte(text), signature) {
			return true
		}
	}
	return false
}

func (keys *logKeys) without(key string) []string {
	var rest []string
	for _, each := range keys.inForce {
		if each != key {
			rest = append(rest, each)
		}
	}
	return rest
}

func contains(keys []string, key string) bool {
	for _, each := range keys {
		if each == key {
			return true
		}
	}
	return false
}

func name(key string) string {
	before, _, _ := strings.Cut(key, "+")
	return before
}
