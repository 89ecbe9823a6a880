import type { FileFacts } from '../records/read/FileFacts';

const MARK_LEFT_OUT = 'The file began with a byte-order mark (BOM), which was left out.';
const INDEX_NAMED = `The first column of the CSV file has no name in the header. It was taken for an index, and is called "Unnamed: 0": 'Conversion > Unknown Fields' says what becomes of it.`;

/** What is to be told of a file whose records were read. */
export function readingWarnings({ hasMark, hasIndex }: FileFacts): string[] {
	return [...(hasMark ? [MARK_LEFT_OUT] : []), ...(hasIndex ? [INDEX_NAMED] : [])];
}
