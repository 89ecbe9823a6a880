import type { DatasetLoad } from '../transport/uploadUrl';

/**
 * The name of a file of records that was given none: for a dataset the one that Lexer suggests,
 * for Lexer's team what it holds and when it was made.
 */
export function defaultFileName(
	recordType: string,
	extension: string,
	dataset: DatasetLoad | undefined,
	nowMs: number,
): string {
	if (dataset) return `${dataset.datasetId}_${recordType}_${Math.floor(nowMs / 1000)}.${extension}`;
	// Lexer takes no special characters in file names but "-" and "_".
	const time = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
	return `${recordType}-${time}Z.${extension}`;
}

/** The names of several files: `customers.csv` as `customers-1.csv`, `customers-2.csv`, … */
export function fileNames(name: string, count: number): string[] {
	if (count === 1) return [name];
	const [, stem, extension] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? [];
	return Array.from({ length: count }, (_, index) => `${stem}-${index + 1}${extension ?? ''}`);
}
