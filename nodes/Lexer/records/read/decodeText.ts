import { encodingName, type DetectedEncoding, type Encoding } from './encodings';
import type { FileFacts } from './FileFacts';
import { FileFormatError } from './FileFormatError';
import { readStart, START_BYTES } from './startOfFile';

const REPLACEMENT_CHARACTER = '\ufffd';

/** What that character is where somebody wrote it: bytes that stand for it and not for a mistake. */
const REPLACEMENT_BYTES: Partial<Record<DetectedEncoding, Buffer>> = {
	'utf-8': Buffer.from([0xef, 0xbf, 0xbd]),
	'utf-16le': Buffer.from([0xfd, 0xff]),
	'utf-16be': Buffer.from([0xff, 0xfd]),
};

/**
 * A file's text, piece by piece, without a byte-order mark.
 *
 * @param encoding `auto` for UTF-8 or UTF-16, whichever it is
 * @param facts gets the encoding, and whether there was a mark
 * @param line asked, once all text before malformed bytes was given, for the line that they are on
 * @throws FileFormatError for bytes that the encoding does not have
 */
export async function* decodeText(
	source: AsyncIterable<Uint8Array>,
	encoding: Encoding,
	facts: FileFacts,
	line: () => number,
): AsyncGenerator<string> {
	let start = Buffer.alloc(0);
	let decode: ReturnType<typeof createDecoder> | undefined;
	const begin = () => {
		const found = readStart(start, encoding);
		facts.encoding = found.encoding;
		facts.hasMark = found.markBytes > 0;
		decode = createDecoder(found.encoding, line);
		return decode(start.subarray(found.markBytes), false);
	};
	for await (const chunk of source) {
		if (decode !== undefined) {
			yield* decode(chunk, false);
			continue;
		}
		start = Buffer.concat([start, chunk]);
		if (start.length >= START_BYTES) yield* begin();
	}
	if (decode === undefined) yield* begin();
	yield* decode!(new Uint8Array(), true);
}

function createDecoder(encoding: DetectedEncoding, line: () => number) {
	const decoder = new TextDecoder(encoding, { ignoreBOM: true });
	let unfinished = Buffer.alloc(0);
	return function* (bytes: Uint8Array, isLast: boolean): Generator<string> {
		const text = decoder.decode(bytes, { stream: !isLast });
		const malformedAt = text.includes(REPLACEMENT_CHARACTER) ? firstMalformed(text, Buffer.concat([unfinished, bytes]), encoding) : -1;
		unfinished = unfinishedEnd(unfinished, bytes, encoding);
		if (malformedAt < 0) {
			if (text !== '') yield text;
			return;
		}
		yield text.slice(0, malformedAt);
		throw malformed(encoding, line());
	};
}

/** What to say of bytes that are not what they should be. */
function malformed(encoding: DetectedEncoding, line: number): FileFormatError {
	return new FileFormatError(
		`The file is not valid ${encodingName(encoding)} on line ${line}`,
		"Set 'Conversion > Encoding' to how the file is encoded (Excel often writes Windows-1252), or save it as UTF-8.",
	);
}

/** Where in the text malformed bytes were, or -1 where each replacement character was written as one. */
function firstMalformed(text: string, bytes: Buffer, encoding: DetectedEncoding): number {
	const written = REPLACEMENT_BYTES[encoding];
	const nodeEncoding = encoding === 'utf-8' ? 'utf8' : 'utf16le';
	let [byte, from] = [0, 0];
	for (let at = text.indexOf(REPLACEMENT_CHARACTER); at >= 0; at = text.indexOf(REPLACEMENT_CHARACTER, from)) {
		byte += Buffer.byteLength(text.slice(from, at), nodeEncoding);
		if (!written?.equals(bytes.subarray(byte, byte + written.length))) return at;
		byte += written.length;
		from = at + 1;
	}
	return -1;
}

/** The bytes at the end that begin a character, as a streaming decoder keeps them for the next piece. */
function unfinishedEnd(before: Buffer, piece: Uint8Array, encoding: DetectedEncoding): Buffer {
	const end = Buffer.concat([before, piece.subarray(-MAX_CHARACTER_BYTES)]);
	const count = encoding === 'utf-8' ? unfinishedUtf8(end) : unfinishedUtf16(end, before.length + piece.length, encoding);
	return end.subarray(end.length - count);
}

const MAX_CHARACTER_BYTES = 4;

function unfinishedUtf8(bytes: Buffer): number {
	for (let back = 1; back < MAX_CHARACTER_BYTES && back <= bytes.length; back++) {
		const byte = bytes[bytes.length - back];
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
	}
	return 0;
}

/** An odd byte, and before it the first half of a surrogate pair. */
function unfinishedUtf16(bytes: Buffer, total: number, encoding: DetectedEncoding): number {
	if (!encoding.startsWith('utf-16')) return 0;
	const odd = total % 2;
	const high = bytes[bytes.length - odd - (encoding === 'utf-16le' ? 1 : 2)];
	return (high & 0xfc) === 0xd8 ? odd + 2 : odd;
}
