import { openCsv } from '../../../nodes/Lexer/records/read/csvRows';
import type { Encoding } from '../../../nodes/Lexer/records/read/encodings';
import { newFileFacts } from '../../../nodes/Lexer/records/read/FileFacts';
import { piecesOf } from './streams.cjs';

/**
 * Reads a CSV file whole.
 *
 * @returns each row as its cells, or where it is spoilt as its line and what is wrong with it
 */
export async function readTable(file: string | Buffer, { delimiter, encoding = 'auto', pieceBytes = 7 }: Reading = {}) {
	const facts = newFileFacts();
	const bytes = Buffer.from(file as string);
	const table = await openCsv(piecesOf(bytes, pieceBytes), { delimiter, encoding, facts, nextTurn: () => undefined });
	const rows: Array<string[] | string> = [];
	const lines: number[] = [];
	for await (const batch of table?.rows ?? []) {
		for (const { cells, line, spoilt } of batch) {
			rows.push(spoilt ? `line ${line} ${spoilt.rule}` : cells);
			lines.push(line);
		}
	}
	return { header: table?.header.names, doubtful: table && [...table.header.doubtful], rows, lines, facts };
}

interface Reading {
	delimiter?: string;
	encoding?: Encoding;
	pieceBytes?: number;
}
