import { createRowReader } from './csvRowReader';

/** What may stand between the cells of a CSV file, the likeliest first. */
const DELIMITERS = [',', ';', '\t', '|'] as const;

/** So many rows are enough to tell. */
const SAMPLE_ROWS = 50;

/**
 * The delimiter that takes most rows apart into as many cells as the header has; of those that do it
 * equally well, the one that makes the most of them. What takes the header apart goes before what
 * leaves it whole, so that the decimal commas of a file with semicolons mislead nobody.
 *
 * @param start the beginning of the file
 * @param isWhole whether that is all of it
 */
export function detectDelimiter(start: string, isWhole: boolean): string {
	const candidates = DELIMITERS.map((delimiter) => ({ delimiter, ...fitOf(start, isWhole, delimiter) }));
	const splitting = candidates.filter(({ cells }) => cells > 1);
	// Where the header's quotes are wrong, that is to be told, and not a name with a delimiter in it to be taken.
	const spoilt = candidates.filter(({ cells }) => cells === 0);
	const [first, ...others] = [splitting, spoilt, candidates].find(({ length }) => length > 0)!;
	return others.reduce((best, next) => {
		if (next.share !== best.share) return next.share > best.share ? next : best;
		return next.cells > best.cells ? next : best;
	}, first).delimiter;
}

/** How many cells the header has, none where its quotes are wrong, and which share of the rows after it have as many. */
function fitOf(start: string, isWhole: boolean, delimiter: string): { cells: number; share: number } {
	const reader = createRowReader(delimiter);
	reader.setText(start, isWhole);
	let [cells, rows, fitting] = [0, 0, 0];
	for (let at = 0; at < start.length && rows < SAMPLE_ROWS; ) {
		const row = reader.read(at);
		if (row === undefined) break;
		const isRow = !('fault' in row);
		const isBlank = isRow && row.cells.every((cell) => cell.trim() === '');
		if (cells === 0 && !isRow) break;
		if (cells === 0 && !isBlank) cells = isRow ? row.cells.length : 0;
		else if (!isBlank) {
			rows++;
			if (isRow && row.cells.length === cells) fitting++;
		}
		at = isRow ? row.end : (reader.nextLine(row.at) ?? start.length);
	}
	return { cells, share: rows === 0 ? Number(cells > 0) : fitting / rows };
}
