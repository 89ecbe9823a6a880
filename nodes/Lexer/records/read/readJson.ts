import { inPieces } from '../../timing/inPieces';
import type { NextTurn } from '../../timing/turns';
import { decodeText } from './decodeText';
import type { Encoding } from './encodings';
import type { FileFacts, JsonLayout } from './FileFacts';
import { createElementReader } from './jsonElements';
import { jsonLayout } from './jsonLayout';
import type { JsonRecord, JsonRecords } from './JsonRecord';
import { lineBlocks } from './lineBlocks';
import { MAX_RECORD_LENGTH, TOO_LONG } from '../limits';
import { parseRecord } from './parseRecord';
import { readStart, START_BYTES } from './startOfFile';

const REPLACEMENT_CHARACTER = '\ufffd';
const LINE_FEED = 10;
const BRACE = 123;

const NOT_UTF8 = "must be UTF-8: see 'Conversion > Encoding'";

export interface JsonReading {
	encoding: Encoding;
	/** gets the encoding, the layout and how many lines had nothing on them */
	facts: FileFacts;
	nextTurn: NextTurn;
}

/**
 * Reads the records of a JSON file, in constant memory: one a line, in one list, or one after another
 * without line ends, or over several lines each. A line that is no JSON fails alone; a list, or what
 * is no lines, is read as long as it can be told where a record ends.
 *
 * @throws FileFormatError where that cannot be told any more, or a list ends too early
 */
export async function* readJson(source: AsyncIterable<Uint8Array>, reading: JsonReading): AsyncGenerator<JsonRecords> {
	const { encoding, facts, nextTurn } = reading;
	const all = inPieces(source, nextTurn);
	const { layout, pieces } = await peek(all, encoding, facts).catch(async (error: unknown) => {
		await all.return(undefined);
		throw error;
	});
	facts.layout = layout;
	if (layout === 'lines') yield* readLines(utf8Of(pieces, reading), facts);
	else yield* readElements(pieces, layout, reading);
}

/** Finds out how the records stand in a file, and gives all of it on. */
async function peek(pieces: AsyncGenerator<Uint8Array>, encoding: Encoding, facts: FileFacts) {
	let start = Buffer.alloc(0);
	let layout: JsonLayout | undefined;
	for (let wantedBytes = START_BYTES; layout === undefined; wantedBytes *= 4) {
		const { bytes, isWhole } = await readUpTo(pieces, start, wantedBytes);
		start = bytes;
		const { encoding: found, markBytes } = readStart(start, encoding === 'auto' && beginsInUtf8(start) ? 'utf-8' : encoding);
		[facts.encoding, facts.hasMark] = [found, markBytes > 0];
		const text = new TextDecoder(found).decode(start.subarray(markBytes), { stream: !isWhole });
		layout = jsonLayout(text, isWhole);
		if (isWhole || start.length > MAX_RECORD_LENGTH) layout ??= 'lines';
	}
	return { layout, pieces: startAndRest(start, pieces) };
}

/** JSON begins with an ASCII character: in UTF-16 without a mark one of the first two bytes is a zero (RFC 4627, section 3). */
function beginsInUtf8(start: Buffer): boolean {
	return start[0] !== 0 && start[1] !== 0;
}

async function readUpTo(pieces: AsyncGenerator<Uint8Array>, start: Buffer, wantedBytes: number) {
	const read: Uint8Array[] = [start];
	let length = start.length;
	while (length < wantedBytes) {
		const { value, done } = await pieces.next();
		if (done) return { bytes: Buffer.concat(read), isWhole: true };
		read.push(value);
		length += value.length;
	}
	return { bytes: Buffer.concat(read), isWhole: false };
}

async function* startAndRest(start: Buffer, rest: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
	yield start;
	yield* rest;
}

/** The same in UTF-8 and without a mark; in UTF-8 it may be malformed, and is told by line. */
async function* utf8Of(pieces: AsyncIterable<Uint8Array>, { facts, nextTurn }: JsonReading): AsyncGenerator<Uint8Array> {
	let markBytes = facts.hasMark ? 3 : 0;
	if (facts.encoding === 'utf-8') {
		for await (const piece of inPieces(pieces, nextTurn)) {
			yield piece.subarray(markBytes);
			markBytes = 0;
		}
		return;
	}
	let line = 1;
	for await (const text of decodeText(inPieces(pieces, nextTurn), facts.encoding ?? 'auto', facts, () => line)) {
		const bytes = Buffer.from(text);
		yield bytes;
		for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) line++;
	}
}

async function* readLines(bytes: AsyncIterable<Uint8Array>, facts: FileFacts): AsyncGenerator<JsonRecords> {
	let line = 1;
	for await (const block of lineBlocks(bytes)) {
		const skippedBefore = facts.skipped;
		const { records, lines } = block ? recordsOf(block, line, facts) : tooLong(line);
		yield { records, bytes: facts.skipped === skippedBefore ? block : undefined };
		line += lines;
	}
}

function tooLong(line: number) {
	return { records: [{ line, text: '', problem: TOO_LONG }], lines: 1 };
}

/** At once: but for one long line, which has its own bound, a block is small. */
function recordsOf(block: Buffer, firstLine: number, facts: FileFacts) {
	const records: JsonRecord[] = [];
	const text = block.toString('utf8');
	// Bytes that are no UTF-8 become this character. Where it is, the bytes are to be looked at.
	const malformed = text.includes(REPLACEMENT_CHARACTER) ? malformedLines(block) : undefined;
	let line = firstLine;
	for (let start = 0; start < text.length; line++) {
		const end = text.indexOf('\n', start);
		const next = text.slice(start, end < 0 ? text.length : end);
		start = end < 0 ? text.length : end + 1;
		if (malformed?.has(line - firstLine)) records.push({ line, text: next, problem: NOT_UTF8 });
		else if (isBlank(next)) facts.skipped++;
		else records.push(parseRecord(next, line));
	}
	return { records, lines: line - firstLine };
}

/** Most lines show by their first character that they are not. */
function isBlank(line: string): boolean {
	return line.charCodeAt(0) !== BRACE && line.trim() === '';
}

/** Which lines of a block are not UTF-8, the first being 0. */
function malformedLines(block: Buffer): Set<number> {
	const malformed = new Set<number>();
	for (let start = 0, index = 0; start < block.length; index++) {
		const end = block.indexOf(LINE_FEED, start) + 1 || block.length;
		if (!isUtf8(block.subarray(start, end))) malformed.add(index);
		start = end;
	}
	return malformed;
}

function isUtf8(bytes: Buffer): boolean {
	try {
		new TextDecoder('utf-8', { fatal: true }).decode(bytes);
		return true;
	} catch {
		return false;
	}
}

async function* readElements(pieces: AsyncIterable<Uint8Array>, layout: JsonLayout, { facts, nextTurn }: JsonReading) {
	const reader = createElementReader(layout === 'list');
	for await (const text of decodeText(inPieces(pieces, nextTurn), facts.encoding ?? 'auto', facts, reader.line)) {
		yield { records: reader.push(text) };
	}
	reader.end();
}
