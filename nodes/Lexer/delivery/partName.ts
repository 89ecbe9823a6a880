/**
 * A file's name with the number of a part in what says what the file holds (`customers_part2-20260131.csv`).
 * Lexer's names are `{content}-{date}-{version}`: after a hyphen, it would take a number for a newer
 * version, which replaces the others.
 */
export function partName(name: string, number: number): string {
	const [, stem, extension] = /^(.+?)((?:\.[a-z\d]{1,10})?(?:\.gz)?)$/is.exec(name) ?? ['', name, ''];
	const content = contentLength(stem);
	return `${stem.slice(0, content)}_part${number}${stem.slice(content)}${extension}`;
}

/** The name that Lexer suggests for a dataset's file, whose ID may have hyphens: `{dataset}_{record type}_{unix seconds}`. */
const DATASET_LOAD = /_[a-z][a-z\d_]{0,99}_\d{10}$/i;

/** How a part of a name begins that is a date or a version, or what it is as a whole. */
const DATE_OR_VERSION = /^(?:\d|(?:v|ver|version|r|rev|revision|rc|build|release)[._]?\d|(?:[a-z]|draft|final|latest|new|old|copy)$)/i;

/** Where a name's content ends: before a date or version, or, where no part is plainly one, before the first hyphen. */
function contentLength(stem: string): number {
	if (DATASET_LOAD.test(stem)) return stem.length;
	const [first, ...others] = stem.split('-');
	const known = others.findIndex((part) => DATE_OR_VERSION.test(part));
	const content = [first, ...others.slice(0, Math.max(known, 0))].join('-');
	return content === '' && known < 0 ? stem.length : content.length;
}
