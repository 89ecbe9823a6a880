import { FileFormatError } from './FileFormatError';

const ENCODING_NAMES = { 'utf-8': 'UTF-8', 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16' };
type Encoding = keyof typeof ENCODING_NAMES;

/**
 * A file's text, piece by piece, without a byte-order mark: UTF-8, or UTF-16 in either byte order,
 * told apart by the mark, or without one by where the zeros of the first two bytes are.
 *
 * @param line asked, once all good text was given, for the line that malformed bytes are on or after
 */
export async function* decodeText(source: AsyncIterable<Uint8Array>, line: () => number): AsyncGenerator<string> {
	let start = Buffer.alloc(0);
	let decode: ReturnType<typeof createDecoder> | undefined;
	for await (const chunk of source) {
		if (decode !== undefined) {
			yield* decode(chunk);
			continue;
		}
		start = Buffer.concat([start, chunk]);
		if (start.length < 2) continue;
		decode = createDecoder(encodingOf(start), line);
		yield* decode(start);
	}
	if (decode === undefined) yield* createDecoder('utf-8', line)(start, false);
	else yield* decode(new Uint8Array(), false);
}

function createDecoder(encoding: Encoding, line: () => number) {
	const decoder = new TextDecoder(encoding, { fatal: true });
	return function* (bytes: Uint8Array, stream = true): Generator<string> {
		let text: string | undefined;
		try {
			text = decoder.decode(bytes, { stream });
		} catch {
			text = undefined;
		}
		if (text !== undefined) {
			if (text !== '') yield text;
			return;
		}
		// The good text before the malformed bytes still tells on which line they are.
		yield new TextDecoder(encoding).decode(bytes).split('\ufffd', 1)[0];
		throw new FileFormatError(`The CSV file is not valid ${ENCODING_NAMES[encoding]}, on line ${line()} or after it`);
	};
}

function encodingOf([first, second]: Buffer): Encoding {
	if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
	if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return 'utf-16be';
	return 'utf-8';
}
