/** S3's and most file systems' limit for one name, in bytes of UTF-8. */
const MAX_NAME_BYTES = 255;

/**
 * Says why Lexer could not take `name` as a file's name, or nothing if it can.
 *
 * @returns the reason, to follow the words "the file name", or `undefined`
 */
export function fileNameProblem(name: string): string | undefined {
	if (name.trim() === '') return 'is empty';
	if (isFolder(name)) return 'is one that stands for a folder';
	if (/[/\\]/.test(name)) return 'contains a slash or a backslash';
	// eslint's no-control-regex forbids the range in a pattern, so the code points are looked at.
	if ([...name].some((character) => isControl(character.codePointAt(0) ?? 0))) {
		return 'contains a control character';
	}
	if (Buffer.byteLength(name) > MAX_NAME_BYTES) return `is longer than ${MAX_NAME_BYTES} bytes`;
	const content = name.replace(ENDINGS, '');
	if (content.trim() === '') return 'is empty but for its ending';
	return isFolder(content) ? 'is one that stands for a folder' : undefined;
}

/** What names of data files end with, as far as the node adds and removes it. */
const ENDINGS = /(?:\.(?:csv|tsv|txt|jsonl?|ndjson|gz))+$/i;

function isFolder(name: string): boolean {
	return ['.', '..'].includes(name.trim());
}

function isControl(codePoint: number): boolean {
	return codePoint < 0x20 || (codePoint >= 0x7f && codePoint <= 0x9f);
}
