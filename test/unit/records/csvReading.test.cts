import { readTable } from './csvTable.cjs';

const BOM = '\ufeff';

describe('what other programs write', () => {
	it.each<[string, string, string[][]]>([
		['a comma within quotes', 'first,last\nJohn,"Doe, Jr."\n', [['first', 'last'], ['John', 'Doe, Jr.']]],
		['empty cells, in quotes and not', 'a,b,c\n1,"",""\n2,,4\n', [['a', 'b', 'c'], ['1', '', ''], ['2', '', '4']]],
		['quotes within quotes', 'a,b\n1,"ha ""ha"" ha"\n', [['a', 'b'], ['1', 'ha "ha" ha']]],
		['nothing but quotes within quotes', 'a,b\n"""",""""""\n', [['a', 'b'], ['"', '""']]],
		['delimiters and quotes by turns', 'a,b\n"1","c="""",n="""""\n', [['a', 'b'], ['1', 'c="",n=""']]],
		['JSON in a cell', 'key,val\n1,"{""type"": ""Point"", ""at"": [102.0, 0.5]}"\n', [['key', 'val'], ['1', '{"type": "Point", "at": [102.0, 0.5]}']]],
		['degrees, minutes and seconds', `place,at\nModesto,37°36'37.8"N 121°2'17.9"W\n`, [['place', 'at'], ['Modesto', `37°36'37.8"N 121°2'17.9"W`]]],
		['line ends within quotes', 'a,b\n1,"Once upon\na time"\r\n2,"x\r\ny\rz"\r\n', [['a', 'b'], ['1', 'Once upon\na time'], ['2', 'x\r\ny\rz']]],
		['quotes and line ends within quotes', 'a,b\n1,"ha \n""ha"" \nha"\n3,4\n', [['a', 'b'], ['1', 'ha \n"ha" \nha'], ['3', '4']]],
		['letters of all scripts', 'a,b\nʤ,ü€你🎉\n', [['a', 'b'], ['ʤ', 'ü€你🎉']]],
		['line feeds', 'a,b\n1,2\n3,4', [['a', 'b'], ['1', '2'], ['3', '4']]],
		['carriage returns', 'a,b\r1,2\r3,4\r', [['a', 'b'], ['1', '2'], ['3', '4']]],
		['line ends of all kinds in one file', 'a,b\r\n1,2\n3,4\r5,6\r\n', [['a', 'b'], ['1', '2'], ['3', '4'], ['5', '6']]],
		['blanks before and after quotes', 'a,b,c\n"1" , "2, 2"\t,  "3"  \r\n', [['a', 'b', 'c'], ['1', '2, 2', '3']]],
		['blanks within quotes', 'a,b\n" 1 ","\t"\n', [['a', 'b'], [' 1 ', '\t']]],
		['blanks without quotes', 'a,b\n 1 ,\tx\n', [['a', 'b'], [' 1 ', '\tx']]],
		['quotes in the middle of a cell', 'a,b\n5" pipe,B "B"\nC",D\n', [['a', 'b'], ['5" pipe', 'B "B"'], ['C"', 'D']]],
		['single quotes, which are none', "a,b\n'1,2'\n", [['a', 'b'], ["'1", "2'"]]],
		['a spreadsheet’s texts that look like formulas', 'a,b\n="0123",-1\n', [['a', 'b'], ['="0123"', '-1']]],
		['NULs', 'a,b\n1\u0000,\u0000\n', [['a', 'b'], ['1\u0000', '\u0000']]],
		['names with blanks, in quotes and over two lines', ' a , "b\nc" \n1,2\n', [['a', 'b\nc'], ['1', '2']]],
		['a byte-order mark', `${BOM}a,b\n1,2\n`, [['a', 'b'], ['1', '2']]],
		['a byte-order mark before quotes', `${BOM}"a","b"\n1,2\n`, [['a', 'b'], ['1', '2']]],
		['two byte-order marks, of files put together', `${BOM}${BOM}a,b\n1,2\n`, [['a', 'b'], ['1', '2']]],
		['one column', 'a\n1\n2\n', [['a'], ['1'], ['2']]],
		['a header alone', 'a,b', [['a', 'b']]],
		['the last cell empty, at the end of the file', 'a,b\n1,', [['a', 'b'], ['1', '']]],
		['the last cell quoted, at the end of the file', 'a,b\n1,"2"', [['a', 'b'], ['1', '2']]],
	])('reads %s', async (_what, text, [header, ...rows]) => {
		for (const pieceBytes of [1, 7, 65_536]) {
			expect(await readTable(text, { pieceBytes, delimiter: ',' })).toMatchObject({ header, rows });
		}
	});

	it('takes no cells for what they are not', async () => {
		// A tab between cells is no blank beside quotes.
		expect(await readTable('a\tb\tc\n"1"\t\t"3"\n \t2\t"x"\t\n')).toMatchObject({ rows: [['1', '', '3'], [' ', '2', 'x', '']] });
	});
});

it.each<[string, string, number]>([
	['blank lines', 'a,b\n\n1,2\n\r\n\n3,4\n\n', 4],
	['lines of blanks', 'a,b\n  \n1,2\n\t\n3,4\n', 2],
	['lines of delimiters', 'a,b\n,\n1,2\n , \n3,4\n,,,,\n', 3],
	['cells of empty quotes', 'a,b\n"",""\n1,2\n""\n3,4\n', 2],
	['blank lines before the header', '\n \na,b\n1,2\n3,4\n', 2],
])('leaves out %s, and counts them', async (_what, text, skipped) => {
	expect(await readTable(text)).toMatchObject({ header: ['a', 'b'], rows: [['1', '2'], ['3', '4']], facts: { skipped } });
});

it('knows the line of every row', async () => {
	const { lines } = await readTable('\na,"b\nb"\r\n1,2\r\r3,"4\r\n\r4\n4"\n,\n5,6');
	expect(lines).toEqual([4, 6, 11]);
});

describe('a line that says what stands between the cells', () => {
	it.each<[string, string, string]>([
		['a semicolon', 'sep=;\r\na;b\r\n1,5;2\r\n', ';'],
		['a semicolon, in capitals and quotes', '"SEP=;"\na;b\n1,5;2\n', ';'],
		['a tab', 'sep=\t\na\tb\n1,5\t2\n', '\t'],
		['a caret', 'sep=^\na^b\n1,5^2\n', '^'],
		['a semicolon, after a byte-order mark', `${BOM}sep=;\na;b\n1,5;2\n`, ';'],
		['a semicolon, and the delimiters of a spreadsheet', 'sep=;;;\na;b\n1,5;2\n', ';'],
	])('is obeyed and left out: %s', async (_what, text, delimiter) => {
		expect(await readTable(text)).toMatchObject({ header: ['a', 'b'], rows: [['1,5', '2']], lines: [3], facts: { delimiter } });
	});

	it('is left out where the delimiter is known', async () => {
		expect(await readTable('sep=;\na,b\n1;5,2\n', { delimiter: ',' })).toMatchObject({ header: ['a', 'b'], rows: [['1;5', '2']] });
	});

	it('is a header where it says more', async () => {
		expect(await readTable('sep=x,b\n1,2\n')).toMatchObject({ header: ['sep=x', 'b'] });
	});
});

describe('the delimiter', () => {
	it.each<[string, string, string]>([
		['a comma', 'a,b\n1,2\n', ','],
		['a semicolon', 'a;b\n1;2\n', ';'],
		['a tab', 'a\tb\n1\t2\n', '\t'],
		['a bar', 'a|b\n1|2\n', '|'],
		['a comma where there is one column', 'a\n1\n', ','],
		['a semicolon beside decimal commas', 'name;price\nshirt;1,50\ncap;2,00\n', ';'],
		['a semicolon beside more decimal commas than semicolons', 'x;y\n1,5,5;2,5,5\n1,5,5;2,5,5\n', ';'],
		['a semicolon where names have commas', 'Name, full;Price, net;Qty\nDoe;1;2\nRoe;3;4\n', ';'],
		['a comma where one name has semicolons', 'a;a;a,b,c\n1,2,3\n4,5,6\n', ','],
		['a bar beside commas', 'one|two,two|three\nfour|five,five|six\n', '|'],
		['a comma beside more bars in one row', 'a,b,c\na,b,c|d|e|f\n', ','],
		['a semicolon where a quoted name has commas', '"Field1,1,1";Field2;"Field3"\n', ';'],
		['a semicolon where a quoted name has commas and quotes', 'Field1;"Field,3,""3,3";"Field6,6"\n', ';'],
		['a semicolon where cells hold JSON over several lines', 'id;title;data\r\n1;one;"{\n ""a"": 1,\n ""b"": 2,\n ""c"": 3\n}"\r\n2;two;"{\n ""a"": 1,\n ""b"": 2\n}"', ';'],
		['a semicolon where one row has too many', 'a;b\n1;2;3\n4,5;6\n7,8;9\n', ';'],
		['a tab where texts have commas', 'a\tb\nx, y\tz, z\n', '\t'],
		['none, where one column of texts has commas', 'note\nHello, world\nGood morning\nSo, then\nOne, two, three\n', ';'],
	])('is %s', async (_what, text, delimiter) => {
		expect((await readTable(text)).facts.delimiter).toBe(delimiter);
	});
});

describe('the header', () => {
	it.each<[string, string, string]>([
		['values in place of names', 'jane@example.com,Jane\nroe@example.com,Rick\n', 'The CSV file has no header: column 1 of line 1 is a value'],
		['one e-mail address in place of a name', 'a,b,jane@example.com\n', 'The CSV file has no header: column 3 of line 1 is a value'],
		['numbers in place of names', '\n1,2,3\n', 'The CSV file has no header: column 1 of line 2 is a value'],
		['numbers and dates in place of names', 'Jane,2026-01-31,61491570006\n', 'The CSV file has no header: column 2 of line 1 is a value'],
		['mostly values in place of names', '1,Jane,31/01/2026\n', 'The CSV file has no header: column 1 of line 1 is a value'],
		['a quote too many', 'a,"b"c"\n1,2\n', 'The header of the CSV file, on line 1, has text after a quote that closes a cell'],
		['a quote that nobody closes', '\na,"b\n1,2\n', 'The header of the CSV file, on line 2, has a quote that no other closes'],
	])('that has %s', async (_what, text, message) => {
		await expect(readTable(text)).rejects.toThrow(message);
	});

	it.each<[string, string, number[]]>([
		['names', 'a,,c\n1,2,3\n', []],
		['names that may be values', 'name,2023,2024\nx,1,2\n', [1, 2]],
	])('has %s', async (_what, text, doubtful) => {
		expect(await readTable(text)).toMatchObject({ doubtful });
	});
});
