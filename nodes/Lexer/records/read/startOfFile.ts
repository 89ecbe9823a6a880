import type { DetectedEncoding, Encoding } from './encodings';
import { FileFormatError } from './FileFormatError';

/** So much of a file is enough to tell its encoding; a multiple of two. */
export const START_BYTES = 4096;

const MARKS: ReadonlyArray<[DetectedEncoding, number[]]> = [
	['utf-8', [0xef, 0xbb, 0xbf]],
	['utf-16le', [0xff, 0xfe]],
	['utf-16be', [0xfe, 0xff]],
];

const OF_EXCEL = "In Excel, save it as 'CSV UTF-8'. Or read it with n8n's Extract from File, and send its rows by Record > Upload.";
const NO_DOWNLOAD = 'The node before got a page in place of the file, such as one to sign in on: look at its output.';

/** What files that are no text begin with, and what helps. */
const OTHER_KINDS: ReadonlyArray<[start: string | RegExp, kind: string, advice?: string]> = [
	['PK\x03\x04', 'a ZIP archive or an Excel workbook (.xlsx)', OF_EXCEL],
	['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'an Excel workbook (.xls)', OF_EXCEL],
	['\x1f\x8b', 'compressed (gzip)'],
	['%PDF-', 'a PDF document'],
	['PAR1', 'a Parquet file'],
	[/^(?:\xef\xbb\xbf)?\s{0,100}<(?:!doctype html|html)\b/i, 'a web page', NO_DOWNLOAD],
	[/^(?:\xef\xbb\xbf)?<\?xml\b/, 'an XML document'],
];

/**
 * Tells from the first bytes of a file how it is encoded, and how many of them are a byte-order mark.
 * A mark goes before what was wanted: nothing else begins so.
 *
 * @param wanted `auto`: UTF-8, or UTF-16 where the bytes show it
 * @throws FileFormatError where the file is no text, but of a kind that is known
 */
export function readStart(start: Buffer, wanted: Encoding): { encoding: DetectedEncoding; markBytes: number } {
	const asText = start.subarray(0, 256).toString('latin1');
	const kind = OTHER_KINDS.find(([start]) => (typeof start === 'string' ? asText.startsWith(start) : start.test(asText)));
	if (kind) throw new FileFormatError(`The file is ${kind[1]}`, kind[2]);
	const marked = byteOrderMark(start);
	if (marked) return { encoding: marked[0], markBytes: marked[1].length };
	return { encoding: wanted === 'auto' ? (utf16Of(start) ?? 'utf-8') : wanted, markBytes: 0 };
}

/** The byte-order mark that a file begins with, if any. */
export function byteOrderMark(start: Uint8Array): readonly [encoding: DetectedEncoding, bytes: number[]] | undefined {
	return MARKS.find(([, mark]) => mark.every((byte, index) => start[index] === byte));
}

/**
 * UTF-16 without a mark shows by its zeros: every Latin letter, digit, delimiter and line end has one,
 * all on one side. Mostly the first character has it. Where the first name is in another script, one
 * character in twenty is less than any table has, and read as UTF-8 it would hardly have two letters
 * side by side, or not be valid. A NUL that got into UTF-8 is no such sign: no line end has one beside it.
 */
function utf16Of(start: Buffer): DetectedEncoding | undefined {
	const bytes = start.subarray(0, start.length - (start.length % 2));
	if (bytes.length === 0) return undefined;
	const encoding = (bytes[0] === 0) !== (bytes[1] === 0) ? sideOf(bytes[1] === 0) : byAllZeros(bytes);
	if (encoding === undefined || !(bytes.includes(0x0a) || bytes.includes(0x0d))) return encoding;
	return /[\r\n]/.test(new TextDecoder(encoding).decode(bytes)) ? encoding : undefined;
}

function sideOf(isZeroSecond: boolean): DetectedEncoding {
	return isZeroSecond ? 'utf-16le' : 'utf-16be';
}

function byAllZeros(bytes: Buffer): DetectedEncoding | undefined {
	const pairs = bytes.length / 2;
	let [first, second, letters] = [0, 0, 0];
	for (let at = 0; at < bytes.length; at += 2) {
		if (bytes[at] === 0) first++;
		if (bytes[at + 1] === 0) second++;
		if (isAscii(bytes[at]) && isAscii(bytes[at + 1])) letters++;
	}
	if (Math.min(first, second) > 0 || first + second < pairs / 20 || first + second === 0) return undefined;
	const isUtf8 = !new TextDecoder().decode(bytes, { stream: true }).includes('\ufffd');
	return isUtf8 && letters > pairs / 4 ? undefined : sideOf(second > 0);
}

function isAscii(byte: number): boolean {
	return byte >= 0x09 && byte < 0x7f;
}
