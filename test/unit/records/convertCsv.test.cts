import { DEFAULT_CONVERSION } from '../../../nodes/Lexer/records/convert/conversion';
import { createReport } from '../../../nodes/Lexer/records/check/report';
import { summarize } from '../../../nodes/Lexer/records/check/summarize';
import { passCsv } from '../../../nodes/Lexer/records/passCsv';
import { rejectedRecords } from '../../../nodes/Lexer/records/passedRecords';
import { newFileFacts } from '../../../nodes/Lexer/records/read/FileFacts';
import { StoppedError } from '../../../nodes/Lexer/timing/turns';
import { jsonLines } from './lexerData.cjs';
import { piecesOf, textOf } from './streams.cjs';
import { convertCsv, type CsvConversion } from './passes.cjs';

/** Converts a file and gives the records, the report and what turned out about the file. */
async function convert(file: string, options: Partial<CsvConversion> = {}) {
	const [report, facts] = [createReport(), newFileFacts()];
	const rejected: string[] = [];
	const conversion: CsvConversion = {
		recordType: 'custom',
		rules: 'uploadTool',
		invalidRecords: 'off',
		report,
		facts,
		onRejected: (lines) => void rejected.push(lines.toString()),
		...options,
	};
	const text = await textOf(convertCsv(piecesOf(Buffer.from(file), 99), conversion));
	return { records: jsonLines<object>(text), report: report.report(), facts, rejected: jsonLines<object>(rejected.join('')) };
}

const problemsOf = ({ report }: Awaited<ReturnType<typeof convert>>) => report.first.map(({ path, rule }) => [path, rule].join(' ').trim());

it.each<[string, string, object[], string[], number]>([
	['a column without a name and without values', 'a,,b,\n1,,2,\n3, ,4\n', [{ a: '1', b: '2' }, { a: '3', b: '4' }], [], 0],
	['a column without a name that has a value', 'a,b,\n1,2,x\n3,4,\n', [{ a: '3', b: '4' }], ['column 3 has a value, but no name in the header'], 0],
	['the numbers of rows that a program put in front', ',a\n0,1\n1,2\n', [{ 'Unnamed: 0': '0', a: '1' }, { 'Unnamed: 0': '1', a: '2' }], [], 0],
	['names of rows as R writes them', '"","a"\n"one",1\n', [{ 'Unnamed: 0': 'one', a: '1' }], [], 0],
	['an index of two columns', ',,a\nx,1,5\nx,2,6\n', [{ 'Unnamed: 0': 'x', 'Unnamed: 1': '1', a: '5' }, { 'Unnamed: 0': 'x', 'Unnamed: 1': '2', a: '6' }], [], 0],
	['an index that has been read and saved', ',Unnamed: 0,a\n0,0,5\n', [{ 'Unnamed: 0.1': '0', 'Unnamed: 0': '0', a: '5' }], [], 0],
	['a first column without a name and without values', ';a\n;1\n ;2\n', [{ a: '1' }, { 'Unnamed: 0': ' ', a: '2' }], [], 0],
	['delimiters at the end of rows', 'a,b\n1,2,\n3,4,,,\n', [{ a: '1', b: '2' }, { a: '3', b: '4' }], [], 0],
	['rows that are shorter than the header', 'a,b,c\n1\n2,3\n', [{ a: '1' }, { a: '2', b: '3' }], [], 0],
	['rows that are longer than the header', 'a,b\n1,2,3\n4,5\n', [{ a: '4', b: '5' }], ['has 3 cells where the header has 2'], 0],
	['rows with nothing in them', 'a,b\n,\n1,2\n\n " " ,""\n', [{ a: '1', b: '2' }], [], 3],
	['its header again, as files have that were put together', 'a,b\n1,2\n\ufeffa,b\n3,4\n a , b ,\n', [{ a: '1', b: '2' }, { a: '3', b: '4' }], ['is the header again', 'is the header again'], 0],
	['an index and its header again', ',a\n0,1\n,a\n0,2\n', [{ 'Unnamed: 0': '0', a: '1' }, { 'Unnamed: 0': '0', a: '2' }], ['is the header again'], 0],
	['a part of its header', 'a,b\na,\nb,a\na,b,c\n', [{ a: 'a' }, { a: 'b', b: 'a' }], ['is the header again'], 0],
	['what sqlcmd writes around rows', 'a,b\n-,----------\n1,2\n\n(1 rows affected)\n', [{ a: '1', b: '2' }], ['is what a query tool writes around rows, and none', 'is what a query tool writes around rows, and none'], 1],
	['the count that psql writes last', 'a;b\n1;2\n-;3\n(2 rows)\n', [{ a: '1', b: '2' }, { a: '-', b: '3' }], ['is what a query tool writes around rows, and none'], 0],
	['texts that look like such a count', 'a,b\n(2 rows),1\n(two rows)\n(2)\n-5,-\n', [{ a: '(2 rows)', b: '1' }, { a: '(two rows)' }, { a: '(2)' }, { a: '-5', b: '-' }], [], 0],
	['the mark that DOS puts at the end', 'a,b\r\n1,2\r\n\u001a', [{ a: '1', b: '2' }], [], 1],
	['a quote too many', 'a,b\n1,"x"y\n2,3\n', [{ a: '2', b: '3' }], ['has text after a quote that closes a cell'], 0],
	['names that nest', 'a.b,a.c\n1,2\n', [{ a: { b: '1', c: '2' } }], [], 0],
])('converts a file with %s', async (_what, file, records, problems, skipped) => {
	const converted = await convert(file);
	expect(converted.records).toEqual(records);
	expect(problemsOf(converted)).toEqual(problems);
	expect(converted.facts.skipped).toBe(skipped);
	expect(converted.report).toMatchObject({ valid: records.length, invalid: problems.length });
});

it('takes a row of dashes that are Empty Values for one with nothing in it', async () => {
	const conversion = { ...DEFAULT_CONVERSION, emptyValues: new Set(['-']) };
	const { records, report } = await convert('a,b\n1,-\n-, - \n-,--\n', { conversion });
	expect(records).toEqual([{ a: '1' }]);
	expect(report).toMatchObject({ total: 2, invalid: 1 });
});

it.each<[string, string, string]>([
	['a name that no field can have', 'a,__proto__.b\n1,2\n', 'Column 2 of the CSV file has a name that no field can have'],
	['a name of a part of another', 'a.b,a\n1,2\n', 'In the header of the CSV file, column 1 ("a.b") is a part of what column 2 ("a") is as a whole'],
	['such a name among values', 'a,2024,2024.x,b\n1,2,3,4\n', 'In the header of the CSV file, column 3 ("column 3") is a part of what column 2 ("column 2") is as a whole'],
	['a name twice', 'a,b,a\n1,2,3\n', 'In the header of the CSV file, column 1 ("a") and column 3 ("a") are the same field, a'],
])('refuses a header with %s', async (_what, file, message) => {
	await expect(convert(file)).rejects.toThrow(message);
});

it.each<[string, string, boolean]>([
	['has values', ',link.mobile,first_name\n0,1,Ada\n1,2,\n', true],
	['has none', ',link.mobile,first_name\n,1,Ada\n ,2,\n', false],
	['has a name', 'id,link.mobile,first_name\n0,1,Ada\n', false],
])('tells of a first column without a name where it %s', async (_what, file, isTold) => {
	const { facts, report } = await convert(file, { recordType: 'customer_record', invalidRecords: 'stop' });
	expect(facts.hasIndex ?? false).toBe(isTold);
	expect(report.invalid).toBe(0);
	expect(report.unknownFields?.some(({ name }) => name === 'Unnamed: 0') ?? false).toBe(isTold);
});

it('drops the index where unknown fields are dropped, and costs no record', async () => {
	const conversion = { ...DEFAULT_CONVERSION, unknownFields: 'drop' } as const;
	const { records, report } = await convert(',link.mobile\n0,1\n1,2\n', { recordType: 'customer_record', invalidRecords: 'skip', conversion });
	expect(records).toEqual([{ link: { mobile: '1' } }, { link: { mobile: '2' } }]);
	expect(report.unknownFields).toEqual([{ name: 'Unnamed: 0', records: 2 }]);
});

it('names a column in a problem as the header does', async () => {
	const options = { recordType: 'customer_record', invalidRecords: 'skip' } as const;
	const file = 'link.email,employee_flag\njane@example.com,perhaps\n';
	expect(problemsOf(await convert(file, options))).toEqual(['employee_flag must be true or false']);
});

it('does not name columns whose names may be values', async () => {
	const options = { recordType: 'customer_record', invalidRecords: 'skip' } as const;
	const { report } = await convert('link.email,2024,employee_flag\njane@example.com,x,perhaps\n', options);
	expect(report.first).toEqual([{ record: 1, line: 2, path: 'employee_flag', rule: 'must be true or false' }]);
	expect(report.unknownFields).toEqual([{ name: 'column 2', records: 1 }]);
});

it('tells the line of a row beside its number', async () => {
	const { report } = await convert('a,b\n\n1,"2\n2"\n1,2,3\n');
	expect(summarize(report)).toBe('1 of 2 records is invalid: record 2 (line 5): has 3 cells where the header has 2');
});

it('gives nothing more once a record was invalid, where it is to stop, and counts on', async () => {
	const options = { recordType: 'customer_record', invalidRecords: 'stop' } as const;
	const file = `link.email\n${'jane@example.com\n'.repeat(20_000)}nobody\njane@example.com\n`;
	const { records, report } = await convert(file, options);
	expect(report).toMatchObject({ total: 20_002, invalid: 1 });
	expect(records.length).toBeLessThan(20_000);
});

it('gives what was rejected as it was given, with its line and what is wrong', async () => {
	const options = { recordType: 'customer_record', invalidRecords: 'skip', withRejected: true } as const;
	const file = 'link.email,first_name,\n\njane@example.com,Jane,\nnobody,"Rick\nRoe"\n1,2,3,4\nx,"y"z\nroe@example.com,Roe\n';
	const { rejected, records } = await convert(file, options);
	expect(records).toHaveLength(2);
	expect(rejected).toEqual([
		{ number: 2, line: 4, problems: [{ path: 'link.email', rule: 'must be an e-mail address' }], record: { 'link.email': 'nobody', first_name: 'Rick\nRoe' } },
		{ number: 3, line: 6, problems: [{ path: '', rule: 'has 4 cells where the header has 3' }], record: { 'link.email': '1', first_name: '2', 'column 3': '3', 'column 4': '4' } },
		{ number: 4, line: 7, problems: [{ path: '', rule: 'has text after a quote that closes a cell' }], record: 'x,"y"z' },
	]);
});

it('gives what was rejected alone, in a pass of its own', async () => {
	const report = createReport();
	const pass = { recordType: 'customer_record', rules: 'uploadTool', invalidRecords: 'stop', report, withRejected: true } as const;
	const file = Buffer.from('link.email\nnobody\njane@example.com\nsomebody\n');
	const lines = jsonLines<{ number: number }>(await textOf(rejectedRecords(passCsv(piecesOf(file), pass))));
	expect(lines.map(({ number }) => number)).toEqual([1, 3]);
});

it('gives the lines of a rejected order of thousands of them in pieces', async () => {
	const pass = { recordType: 'purchase', rules: 'uploadTool', invalidRecords: 'skip', report: createReport(), withRejected: true } as const;
	const lines = Array.from({ length: 5000 }, (_, index) => `1,c-${index},1`);
	const file = Buffer.from(['purchase_id,link.customer_id,products[].quantity', ...lines, '2,c,1'].join('\n'));
	const pieces: Buffer[] = [];
	for await (const { rejected } of passCsv(piecesOf(file), pass)) pieces.push(rejected);
	expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(64 * 1024);
	const told = jsonLines<{ number: number; line: number }>(Buffer.concat(pieces).toString());
	expect(told.map(({ number, line }) => [number, line])).toEqual([...lines.map((_, index) => [1, index + 2]), [2, 5002]]);
});

it('tells with each line of a rejected order the first of all that is wrong with it', async () => {
	const lines = Array.from({ length: 300 }, () => '1,c,x');
	const { rejected } = await convert(['purchase_id,link.customer_id,products[].quantity', ...lines].join('\n'), { recordType: 'purchase', invalidRecords: 'skip', withRejected: true });
	expect(rejected).toHaveLength(300);
	for (const { problems } of rejected as Array<{ problems: object[] }>) expect(problems).toHaveLength(20);
	expect(rejected[299]).toMatchObject({ line: 301, record: { 'products[].quantity': 'x' } });
});

it('stops within a turn', async () => {
	const stop = new AbortController();
	const file = Buffer.from(`a,b\n${'1,2\n'.repeat(2_000_000)}`);
	const pass = convertCsv(piecesOf(file), { recordType: 'custom', rules: 'uploadTool', invalidRecords: 'off', report: createReport(), signal: stop.signal });
	await pass.next();
	stop.abort();
	let pieces = 0;
	const rest = async () => {
		for await (const piece of pass) pieces += piece.length;
	};
	await expect(rest()).rejects.toThrow(StoppedError);
	expect(pieces).toBeLessThan(file.length);
});
