import type { DatasetLoad } from '../transport/uploadUrl';
import { partName } from './partName';

/** Default names whose second has been used, so that two runs in the same second differ. */
const lastSecondByName = new Map<string, number>();
const MAX_REMEMBERED_NAMES = 1000;

/**
 * The name of a file of records that was given none: for a dataset the one that Lexer suggests
 * (`{dataset}_{record type}_{unix seconds}`), for Lexer's team what it holds and when it was made
 * (`{record type}-{time in ISO 8601's basic format}`). No two files of this process get the same.
 *
 * @param nowMs the clock, in ms since 1970
 */
export function defaultFileName(recordType: string, extension: string, dataset: DatasetLoad | undefined, nowMs: number): string {
	const start = dataset ? `${dataset.datasetId}_${recordType}_` : `${recordType}-`;
	const seconds = Math.max(Math.floor(nowMs / 1000), (lastSecondByName.get(`${start}.${extension}`) ?? 0) + 1);
	// Names of long ago cannot be made again.
	if (lastSecondByName.size >= MAX_REMEMBERED_NAMES) lastSecondByName.clear();
	lastSecondByName.set(`${start}.${extension}`, seconds);
	return `${start}${dataset ? seconds : basicTime(seconds)}.${extension}`;
}

/** `20261124T234636Z`: Lexer takes a hyphen for the start of the next part of a name. */
function basicTime(seconds: number): string {
	return new Date(seconds * 1000).toISOString().slice(0, 19).replaceAll(/[-:]/g, '') + 'Z';
}

/** The names for the files of one run: where several want the same one, each gets its number in it. */
export function distinctNames(wanted: readonly string[]): string[] {
	const counts = new Map<string, number>();
	for (const name of wanted) counts.set(name, (counts.get(name) ?? 0) + 1);
	const taken = new Set([...counts].filter(([, count]) => count === 1).map(([name]) => name));
	const lastNumbers = new Map<string, number>();
	return wanted.map((name) => {
		if (counts.get(name) === 1) return name;
		let number = lastNumbers.get(name) ?? 0;
		let numbered: string;
		do numbered = partName(name, ++number);
		while (taken.has(numbered));
		lastNumbers.set(name, number);
		taken.add(numbered);
		return numbered;
	});
}
