/** What may stand between the cells of a CSV file, the likeliest first. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;

/** The delimiter that a header has most of, outside of quotes. */
export function detectDelimiter(text: string): string {
	const header = text.replaceAll(/"[^"]*"?/g, '').split(/[\r\n]/).find((line) => line.trim() !== '') ?? '';
	const counts = DELIMITERS.map((delimiter) => header.split(delimiter).length - 1);
	return DELIMITERS[counts.indexOf(Math.max(...counts))];
}
