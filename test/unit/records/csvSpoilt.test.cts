import { expectLinear } from '../../support/growth.cjs';
import { createCsvParser } from '../../../nodes/Lexer/records/read/csvParser';
import { MAX_ROW_CHARACTERS } from '../../../nodes/Lexer/records/limits';
import { readTable } from './csvTable.cjs';

const STRAY = 'has text after a quote that closes a cell';
const OPEN = 'has a quote that no other closes';
const LONG = 'is longer than 2 million characters';

describe('a quote too many or too few', () => {
	it.each<[string, string, Array<string[] | string>]>([
		['text after a quoted text', '1,"b"c,3\n4,5,6\n', [`line 2 ${STRAY}`, ['4', '5', '6']]],
		['quotes that are not doubled', '1,"He said "hi" to me",3\n4,5,6\n', [`line 2 ${STRAY}`, ['4', '5', '6']]],
		['quotes with a backslash before them', '1,"a \\"b\\" c",3\n4,5,6\n', [`line 2 ${STRAY}`, ['4', '5', '6']]],
		['quotes that are not doubled, with a delimiter between', '"a,"b,c",2,3\n4,5,6\n', [`line 2 ${STRAY}`, ['4', '5', '6']]],
		['a quote too many at the end', '1,2,"3"""\n4,5,6\n', [['1', '2', '3"'], ['4', '5', '6']]],
		['a quote that nobody closes', '1,"2,3\n4,5,6\n7,8,9\n', [`line 2 ${OPEN}`, ['4', '5', '6'], ['7', '8', '9']]],
		['a quote that nobody closes, on the last line', '1,2,3\n4,"5,6\n', [['1', '2', '3'], `line 3 ${OPEN}`]],
		['a quote that nobody closes, with quoted cells after it', '1,"2,3\n4,"5",6\n7,8,9\n', [`line 2 ${STRAY}`, ['4', '5', '6'], ['7', '8', '9']]],
		['a quote that nobody closes, with a quoted cell far after it', '1,"2,3\n4,5,6\n7,8,9\n10,"x, ""y""",12\n', [`line 2 ${STRAY}`, ['4', '5', '6'], ['7', '8', '9'], ['10', 'x, "y"', '12']]],
		['two quotes that nobody closes', '1,"2,3\n4,5,6\n7,"8,9\n10,11,12\n', [`line 2 ${STRAY}`, ['4', '5', '6'], `line 4 ${OPEN}`, ['10', '11', '12']]],
		['spoilt rows one after another', '1,"b"c,3\n4,"e"f,6\n7,"h"i,9\n1,2,3\n', [`line 2 ${STRAY}`, `line 3 ${STRAY}`, `line 4 ${STRAY}`, ['1', '2', '3']]],
		['quotes that are not doubled, in a cell of several lines', '1,"one\nHe said "hi"\nthree, four",3\n4,5,6\n', [`line 2 ${STRAY}`, ['4', '5', '6']]],
		['such a cell, with a line that could be a row', '1,"one\nand, so, on "hi"\nthree, four",3\n4,5,6\n', [`line 2 ${STRAY}`, ['4', '5', '6']]],
		['a quote that nobody closes, before rows with cells of several lines', '1,"2,3\n4,5,6\n7,"8\n8",9\n10,11,12\n', [`line 2 ${STRAY}`, ['4', '5', '6'], ['7', '8\n8', '9'], ['10', '11', '12']]],
		['an opening quote that is missing', '1,2",3\n4,5,6\n', [['1', '2"', '3'], ['4', '5', '6']]],
		['rows of another length than the header', '1,2\n3,"4"x\n5,6\n7,8\n', [['1', '2'], `line 3 ${STRAY}`, ['5', '6'], ['7', '8']]],
		['carriage returns', '1,"b"c,3\r4,5,6\r7,"8,9\r1,2,3', [`line 2 ${STRAY}`, ['4', '5', '6'], `line 4 ${OPEN}`, ['1', '2', '3']]],
	])('spoils its own row: %s', async (_what, rows, expected) => {
		for (const pieceBytes of [1, 5, 65_536]) {
			expect((await readTable(`a,b,c\n${rows}`, { pieceBytes, delimiter: ',' })).rows).toEqual(expected);
		}
	});

	it.each<[string, (index: number) => string]>([
		['have quotes in the middle of cells', (index) => `${index},5" pipe,x\n`],
		['are shorter than the header', (index) => `${index},x\n`],
		['are longer than the header', (index) => `${index},x,y,z\n`],
		['have one cell', (index) => `${index}\n`],
	])('does not swallow a file whose rows all %s', async (_what, row) => {
		const rows = Array.from({ length: 3000 }, (_, index) => row(index)).join('');
		const { lines } = await readTable(`a,b,c\n1,"2,3\n${rows}`, { pieceBytes: 65_536 });
		expect(lines.length).toBeGreaterThan(1900);
		expect(lines.at(-1)).toBe(3002);
	});

	it('is told with the text of the row', () => {
		const parser = createCsvParser(',');
		const rows = [...parser.push('a,b\n1,"x"y\nmore "text", here\n2,3\n'), ...parser.end()].flat();
		expect(rows[1]).toEqual({ cells: [], line: 2, spoilt: { rule: STRAY, text: '1,"x"y\nmore "text", here' } });
		expect(rows[2]).toEqual({ cells: ['2', '3'], line: 4 });
	});

	it('spoils its own row however long the file goes on', async () => {
		const rows = Array.from({ length: 300_000 }, (_, index) => `${index},x,y\n`).join('');
		const table = await readTable(`a,b,c\n1,"2,3\n${rows}`, { pieceBytes: 65_536 });
		expect(table.rows[0]).toBe(`line 2 ${OPEN}`);
		expect(table.rows).toHaveLength(300_001);
		expect(table.lines.at(-1)).toBe(300_002);
	});
});

describe('a row that is too large', () => {
	const long = 'x'.repeat(MAX_ROW_CHARACTERS + 1);

	it.each<[string, string, string]>([
		['a long line', `1,${long}`, LONG],
		['a long cell in quotes', `1,"${long}"`, LONG],
		['a long cell of many lines', `1,"${'x y\n'.repeat(MAX_ROW_CHARACTERS / 4)}"`, LONG],
		['a long cell of nothing but quotes', `1,"${'""'.repeat(MAX_ROW_CHARACTERS / 2)}"`, LONG],
		['a very long line', `1,${long.repeat(8)}`, LONG],
		['too many cells', '1,'.repeat(100_001), 'has more than 100,000 values'],
		['too many cells in quotes', '"1",'.repeat(100_001), 'has more than 100,000 values'],
		['a list of too many values', `1,"[${'"""",'.repeat(100_001)}1]"`, 'has more than 100,000 values'],
	])('fails alone: %s', async (_what, row, rule) => {
		const { rows } = await readTable(`a,b\n1,2\n${row}\n3,4\n5\n`, { pieceBytes: 65_536, delimiter: ',' });
		expect(rows).toEqual([['1', '2'], `line 3 ${rule}`, ['3', '4'], ['5']]);
	});

	it('may have nearly as many characters', async () => {
		const cell = 'x'.repeat(MAX_ROW_CHARACTERS - 10);
		expect((await readTable(`a,b\n1,"${cell}"\n`, { pieceBytes: 65_536 })).rows).toEqual([['1', cell]]);
	});
});

it.each<[string, string]>([
	['rows', '1,2,3\n'],
	['rows in quotes', '"1","2","3"\n'],
	['cells of many quotes', `1,"${'""'.repeat(50)}",3\n`],
	['cells of many lines', `1,"${'x\n'.repeat(50)}",3\n`],
	['rows with a quote that nobody closes', '1,"2,3\n'],
	['rows with a quote too many', '1,"2"x,3\n'],
	['rows with two quotes before a text', '1,""x,3\n'],
	['rows with three quotes', '1,""",3\n'],
	['rows with a quote before a blank', '1," ,3\n'],
	['nothing but quotes', '"'],
	['nothing but quotes on lines of their own', '"\n'],
	['nothing but delimiters', ','],
	['nothing but blanks', ' '],
	['nothing but line ends', '\r'],
	['letters without a line end', 'x'],
	['blanks before a quote', '    "1"    ,2,3\n'],
])('reads %s in time that grows with the file', (_what, row) => {
	// A quote that is open in front, and more text than is waited for: the text's own rows have to end it.
	const read = (text: string) => {
		const parser = createCsvParser(',', 1, 50_000);
		let rows = 0;
		for (let at = 0; at < text.length; at += 65_536) {
			for (const batch of parser.push(text.slice(at, at + 65_536))) rows += batch.length;
		}
		for (const batch of parser.end()) rows += batch.length;
		return rows;
	};
	expectLinear((size) => `a,b,c\n1,"2,3\n${row.repeat(Math.ceil(size / row.length))}`, read, 250_000);
});
