import { hash } from 'crypto';

/** Tables that grow one by one: none has so much in it that its growth keeps n8n waiting. */
const SHARDS = 1024;

/** A key's 128 bits and its number take five words. */
const WORDS = 5;

const FIRST_SLOTS = 64;

/**
 * Numbers by keys, for many millions of them: of a key it keeps 128 bits of its SHA-256, 20 bytes with
 * the number. A table is between three eighths and three quarters full, so that a million keys take
 * between 27 and 54 MB. That two of a thousand million keys are taken for one has a probability of 10^-21.
 */
export interface KeyTable {
	/** Gives a key this number. */
	set(key: string, number: number): void;
	/** @returns the number that the key has, or undefined where it has none */
	get(key: string): number | undefined;
}

interface Shard {
	/** Slots of five words: the key's bits, and its number plus 1. 0: an empty slot. */
	words: Uint32Array;
	count: number;
}

/** Numbers have to be whole, from 0 to 2^32 - 2. */
export function createKeyTable(): KeyTable {
	const shards: Array<Shard | undefined> = new Array<Shard | undefined>(SHARDS);
	// A key is mostly looked for, and then put where it was not.
	let last: { key: string; bits: Uint32Array } | undefined;

	function find(key: string): { shard: Shard; at: number; bits: Uint32Array } {
		if (last?.key !== key) last = { key, bits: bitsOf(key) };
		const { bits } = last;
		const index = bits[0] % SHARDS;
		const shard = (shards[index] ??= { words: new Uint32Array(FIRST_SLOTS * WORDS), count: 0 });
		if (shard.count * 4 >= (shard.words.length / WORDS) * 3) grow(shard);
		return { shard, at: slotOf(shard.words, bits), bits };
	}

	return {
		set(key, number) {
			const { shard, at, bits } = find(key);
			const { words } = shard;
			if (words[at + 4] === 0) {
				words.set(bits, at);
				shard.count++;
			}
			words[at + 4] = number + 1;
		},
		get(key) {
			const { shard, at } = find(key);
			const known = shard.words[at + 4];
			return known === 0 ? undefined : known - 1;
		},
	};
}

/** The slot of these bits, or the empty one where they belong. */
function slotOf(words: Uint32Array, bits: Uint32Array): number {
	const slots = words.length / WORDS;
	for (let slot = bits[1] & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
		const at = slot * WORDS;
		if (words[at + 4] === 0) return at;
		if (words[at] === bits[0] && words[at + 1] === bits[1] && words[at + 2] === bits[2] && words[at + 3] === bits[3]) return at;
	}
}

function grow(shard: Shard) {
	const { words } = shard;
	const larger = new Uint32Array(words.length * 2);
	for (let at = 0; at < words.length; at += WORDS) {
		if (words[at + 4] !== 0) larger.set(words.subarray(at, at + WORDS), slotOf(larger, words.subarray(at, at + 4)));
	}
	shard.words = larger;
}

function bitsOf(key: string): Uint32Array {
	// At once and as a text: a Hash object, and a Buffer, take ten times as long.
	const bytes = hash('sha256', key, 'binary');
	return Uint32Array.of(wordAt(bytes, 0), wordAt(bytes, 4), wordAt(bytes, 8), wordAt(bytes, 12));
}

function wordAt(bytes: string, at: number): number {
	return bytes.charCodeAt(at) | (bytes.charCodeAt(at + 1) << 8) | (bytes.charCodeAt(at + 2) << 16) | (bytes.charCodeAt(at + 3) << 24);
}
