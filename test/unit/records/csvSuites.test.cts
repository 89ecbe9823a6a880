import { readTable } from './csvTable.cjs';

/** The cells of a file, header first, however it comes in pieces. */
async function cellsOf(text: string, delimiter?: string): Promise<unknown> {
	const read = await Promise.all([1, 5, 65_536].map(async (pieceBytes) => await readTable(text, { pieceBytes, delimiter })));
	const tables = read.map(({ header, rows }) => (header === undefined ? [] : [header, ...rows]));
	expect(tables[1]).toEqual(tables[0]);
	expect(tables[2]).toEqual(tables[0]);
	return tables[0];
}

/** What csv-spectrum (npm) decides, under its names, with data of our own. */
describe('the cases of csv-spectrum', () => {
	const rfc: Array<[string, string, string[][]]> = [
		['comma_in_quotes', 'first,last,address,city\nAda,Lovelace,"1, St James Sq.",London\n', [['first', 'last', 'address', 'city'], ['Ada', 'Lovelace', '1, St James Sq.', 'London']]],
		['empty', 'a,b,c\n1,"",""\n2,3,4\n', [['a', 'b', 'c'], ['1', '', ''], ['2', '3', '4']]],
		['empty_crlf', 'a,b,c\r\n1,"",""\r\n2,3,4\r\n', [['a', 'b', 'c'], ['1', '', ''], ['2', '3', '4']]],
		['escaped_quotes', 'a,b\n1,"it is ""so"" and so"\n3,4\n', [['a', 'b'], ['1', 'it is "so" and so'], ['3', '4']]],
		['json', 'key,value\n1,"{""type"": ""Point"", ""at"": [13.4, 52.5]}"\n', [['key', 'value'], ['1', '{"type": "Point", "at": [13.4, 52.5]}']]],
		['location_coordinates', `phone,place\n5552370,48°51'24.0"N 2°21'07.0"E\n5552371,"-33.86, 151.21"\n`, [['phone', 'place'], ['5552370', `48°51'24.0"N 2°21'07.0"E`], ['5552371', '-33.86, 151.21']]],
		['newlines', 'a,b,c\n1,2,3\n"Once upon \na time",5,6\n7,8,9\n', [['a', 'b', 'c'], ['1', '2', '3'], ['Once upon \na time', '5', '6'], ['7', '8', '9']]],
		['newlines_crlf', 'a,b,c\r\n1,2,3\r\n"Once upon \r\na time",5,6\r\n7,8,9\r\n', [['a', 'b', 'c'], ['1', '2', '3'], ['Once upon \r\na time', '5', '6'], ['7', '8', '9']]],
		['quotes_and_newlines', 'a,b\n1,"it \n""is"" \nso"\n3,4\n', [['a', 'b'], ['1', 'it \n"is" \nso'], ['3', '4']]],
		['simple', 'a,b,c\n1,2,3', [['a', 'b', 'c'], ['1', '2', '3']]],
		['simple_crlf', 'a,b,c\r\n1,2,3', [['a', 'b', 'c'], ['1', '2', '3']]],
		['utf8', 'a,b,c\n1,2,3\n4,5,ʤ€你🎉\n', [['a', 'b', 'c'], ['1', '2', '3'], ['4', '5', 'ʤ€你🎉']]],
	];

	it.each(rfc)('%s', async (_name, text, expected) => {
		expect(await cellsOf(text, ',')).toEqual(expected);
	});

	it.each(rfc)('%s, with the delimiter found out', async (_name, text, expected) => {
		expect(await cellsOf(text)).toEqual(expected);
	});
});

const STRAY = 'has text after a quote that closes a cell';
const OPEN = 'has a quote that no other closes';

/** The malformed inputs of Papa Parse's own tests. Where it guesses, the row is reported; the others are read. */
describe("what Papa Parse's tests have of malformed files", () => {
	it.each<[string, string, Array<string[] | string>]>([
		['quotes in the middle of a cell', 'A,B "B",C\n', [['A', 'B "B"', 'C']]],
		['quotes at the end of a cell', 'A,B",C\n', [['A', 'B"', 'C']]],
		['blanks around quotes', 'A, "B" ,C\n', [['A', 'B', 'C']]],
		['blanks at the edges, in quotes', 'A," B  ",C\n', [['A', ' B  ', 'C']]],
		['blanks before a line end', 'A,B,"C" \r\nD,E,"F"\t\r\n', [['A', 'B', 'C'], ['D', 'E', 'F']]],
		['a quoted text at the beginning of a line', '"d",e,f\n', [['d', 'e', 'f']]],
		['a quoted text at the end of lines', 'd,e,f\n"g","h","i"\n"j","k","l"', [['d', 'e', 'f'], ['g', 'h', 'i'], ['j', 'k', 'l']]],
		['quotes around a delimiter', 'A,""",""",C\n', [['A', '","', 'C']]],
		['a quote to the right of a delimiter', 'A,",""",C\n', [['A', ',"', 'C']]],
		['a quote to the left of a delimiter', 'A,""",",C\n', [['A', '",', 'C']]],
		['quotes and delimiters by turns', '"1","cnonce="""",nc=""""","2"\n', [['1', 'cnonce="",nc=""', '2']]],
		['doubled quotes at the end of a row', 'a,b,"c""c"""\nd,e,f\n', [['a', 'b', 'c"c"'], ['d', 'e', 'f']]],
		['several empty cells in a row', '1,,,\n,,2\n', [['1', '', '', ''], ['', '', '2']]],
		['a row with too few cells', '1,2\n3,4,5\n', [['1', '2'], ['3', '4', '5']]],
		['a row with too many', '1,2,3,4\n5,6,7\n', [['1', '2', '3', '4'], ['5', '6', '7']]],
		['line ends of all kinds in a quoted text', '"x\r\ny\nz\rw",1,2\n', [['x\r\ny\nz\rw', '1', '2']]],
		['carriage returns', 'd,"E",F\rg,h,i\r', [['d', 'E', 'F'], ['g', 'h', 'i']]],
		['blank lines', '\n1,2,3\n\n\n4,5,6\n\n', [['1', '2', '3'], ['4', '5', '6']]],
		['no closing quote', 'd,"e,f\ng,h,i\n', [`line 2 ${OPEN}`, ['g', 'h', 'i']]],
		['no closing quote in the last row', 'd,e,f\ng,h,"i', [['d', 'e', 'f'], `line 3 ${OPEN}`]],
		['no closing quote, and one further down', '1,"x,y\n2,y,y\n3,z,z\n4,"w",w\n5,v,v\n', [`line 2 ${STRAY}`, ['2', 'y', 'y'], ['3', 'z', 'z'], ['4', 'w', 'w'], ['5', 'v', 'v']]],
		['a stray quote after a delimiter', '"A,"B,C"\nd,e,f\n', [`line 2 ${STRAY}`, ['d', 'e', 'f']]],
		['a stray quote before a delimiter', 'A,"B"B",C\nd,e,f\n', [`line 2 ${STRAY}`, ['d', 'e', 'f']]],
		['a stray quote before a line end', 'A,B,"C"C"\nd,e,f\n', [`line 2 ${STRAY}`, ['d', 'e', 'f']]],
		['text after a quote at the end of the file', 'A,B,C\nd,e,"f"x', [['A', 'B', 'C'], `line 3 ${STRAY}`]],
		['quotes that are not doubled', 'A,"say "hi" now",C\nd,e,f\n', [`line 2 ${STRAY}`, ['d', 'e', 'f']]],
		['quotes with a backslash', 'A,"say \\"hi\\"",C\nd,e,f\n', [`line 2 ${STRAY}`, ['d', 'e', 'f']]],
	])('%s', async (_name, rows, expected) => {
		expect(await cellsOf(`x,y,z\n${rows}`, ',')).toEqual([['x', 'y', 'z'], ...expected]);
	});

	it.each<[string, string, unknown]>([
		['an empty file', '', []],
		['nothing but a delimiter', ',\n', []],
		['nothing but a text', 'Abc def', [['Abc def']]],
		['a byte-order mark', '\ufeffa,b\n1,2\n', [['a', 'b'], ['1', '2']]],
		['pipes', 'a|b|c\n1|"2|2"|3\n', [['a', 'b', 'c'], ['1', '2|2', '3']]],
		['tabs with empty cells', 'a\tb\tc\n\t\t1\n2\t\t\n', [['a', 'b', 'c'], ['', '', '1'], ['2', '', '']]],
		['semicolons with decimal commas', 'a;b\n"x;y";1,5\n2;2,5\n', [['a', 'b'], ['x;y', '1,5'], ['2', '2,5']]],
		['a line that names the delimiter', 'sep=;\na;b\n1;2\n', [['a', 'b'], ['1', '2']]],
		['a first line with quotes, and blank lines', '\n"a","b"\n\n1,2\n', [['a', 'b'], ['1', '2']]],
	])('%s', async (_name, text, expected) => {
		expect(await cellsOf(text)).toEqual(expected);
	});
});
