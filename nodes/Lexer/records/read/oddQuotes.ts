/** How a row with a quote out of place may be meant. */
export interface OddRow {
	cells: string[];
	/** Whether its last cell begins with a quote: of quotes out of place, any may be the one that ends it, on a later line. */
	mayGoOn: boolean;
}

/**
 * Takes a row apart whose quotes are not as RFC 4180 has them, as other readers do: a quote ends its cell where a
 * delimiter follows, and any other is a part of it; a cell that no quote ends is over at the next delimiter.
 */
export function readOddRow(row: string, delimiter: string): OddRow {
	const cells: string[] = [];
	/** Where no quote ended a cell, none ends a later one. */
	let isClosed = true;
	for (let at = 0; ; at++) {
		const opensAt = skipBlanks(row, at, delimiter);
		const closesAt: number | undefined = isClosed && row[opensAt] === '"' ? closingQuote(row, opensAt + 1, delimiter) : undefined;
		isClosed &&= closesAt !== undefined || row[opensAt] !== '"';
		const next = row.indexOf(delimiter, closesAt ?? at);
		const end = next < 0 ? row.length : next;
		cells.push(row.slice(at, end));
		if (next < 0) return { cells, mayGoOn: row[opensAt] === '"' };
		at = end;
	}
}

function closingQuote(row: string, from: number, delimiter: string): number | undefined {
	for (let at = row.indexOf('"', from); at >= 0; at = row.indexOf('"', at + 1)) {
		if (row[at + 1] === '"') at++;
		else {
			const next = skipBlanks(row, at + 1, delimiter);
			if (next >= row.length || row[next] === delimiter) return at;
		}
	}
	return undefined;
}

function skipBlanks(row: string, at: number, delimiter: string): number {
	let next = at;
	while ((row[next] === ' ' || row[next] === '\t') && row[next] !== delimiter) next++;
	return next;
}
