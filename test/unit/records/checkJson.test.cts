import { createReport } from '../../../nodes/Lexer/records/check/report';
import { summarize } from '../../../nodes/Lexer/records/check/summarize';
import { isSendableAsItIs, passJson } from '../../../nodes/Lexer/records/passJson';
import { rejectedRecords } from '../../../nodes/Lexer/records/passedRecords';
import { newFileFacts } from '../../../nodes/Lexer/records/read/FileFacts';
import { createElementReader } from '../../../nodes/Lexer/records/read/jsonElements';
import { createJsonScanner } from '../../../nodes/Lexer/records/read/jsonScanner';
import { MAX_RECORD_LENGTH } from '../../../nodes/Lexer/records/limits';
import { StoppedError } from '../../../nodes/Lexer/timing/turns';
import { expectLinear } from '../../support/growth.cjs';
import { jsonLines } from './lexerData.cjs';
import { piecesOf, textOf } from './streams.cjs';
import { checkJson, type JsonCheck } from './passes.cjs';

/** Checks a file, and gives what goes on, the report and what turned out about the file. */
async function check(file: string | Buffer, options: Partial<JsonCheck> = {}, pieceBytes = 5) {
	const [report, facts] = [createReport(), newFileFacts()];
	const pass: JsonCheck = { recordType: 'custom', rules: 'uploadTool', invalidRecords: 'skip', report, facts, ...options };
	const text = await textOf(checkJson(piecesOf(Buffer.from(file as string), pieceBytes), pass));
	const problems = report.report().first.map(({ record, line, path, rule }) => `${record} (line ${line}): ${path} ${rule}`.replace('  ', ' '));
	return { text, problems, report: report.report(), facts };
}

const BOM = '\ufeff';
const [one, two, three] = ['{"a":1}', '{"b":[{"c":"}]\\""}]}', '{"d":{"e":null}}'];
const all = `${one}\n${two}\n${three}\n`;
const pretty = (values: string[], indent = '  ') => values.map((value) => JSON.stringify(JSON.parse(value), null, indent));

describe('unknown fields', () => {
	const good = '{"link":{"mobile":"1"},"frist_name":"x","tier":null}';
	const bad = '{"link":5,"frist_name":"x","tier":"gold"}';
	const told = [{ name: 'frist_name', records: 2, suggestion: 'first_name' }, { name: 'tier', records: 1 }];

	it.each(['skip', 'stop'] as const)('are counted by name where invalid records %s, in good records and bad ones', async (invalidRecords) => {
		for (const file of [`${good}\n${bad}\n`, `[${good},${bad}]`]) {
			const { report } = await check(file, { recordType: 'customer_record', invalidRecords });
			expect(report).toMatchObject({ total: 2, valid: 1, unknownFields: told });
		}
	});

	it('are counted once a record, however often they stand in it', async () => {
		const lines = '{"products":[{"qty":1},{"qty":2}],"link":{"mobile":"1"}}\n'.repeat(3);
		const { report } = await check(lines, { recordType: 'purchase' });
		expect(report.unknownFields).toEqual([{ name: 'products[].qty', records: 3 }]);
	});

	it('are nothing to a custom record, nor where nothing is checked', async () => {
		expect((await check(good)).report.unknownFields).toBeUndefined();
		expect((await check(`[${good}]`, { recordType: 'customer_record', invalidRecords: 'off' })).report.unknownFields).toBeUndefined();
	});
});

describe('records', () => {
	it.each<[string, string, string]>([
		['lines', all, 'lines'],
		['lines with CRLF', all.replaceAll('\n', '\r\n'), 'lines'],
		['one list on a line', `[${one},${two},${three}]`, 'list'],
		['one list, as it is written here', `[\n${one},\n${two},\n${three}\n]\n`, 'list'],
		['one list, indented', JSON.stringify([one, two, three].map((text) => JSON.parse(text)), null, 2), 'list'],
		['one list, indented with tabs and CRLF', JSON.stringify([one, two, three].map((text) => JSON.parse(text)), null, '\t').replaceAll('\n', '\r\n'), 'list'],
		['one list, with blanks before it', `\n\t [ ${one} , ${two} , ${three} ] \n`, 'list'],
		['nothing between them', one + two + three, 'objects'],
		['blanks between them', `${one} ${two}\t${three}`, 'objects'],
		['several lines each', pretty([one, two, three]).join('\n'), 'objects'],
		['several lines each, and nothing between them', pretty([one, two, three]).join(''), 'objects'],
		['carriage returns', `${one}\r${two}\r${three}\r`, 'objects'],
	])('in %s are read', async (_what, file, layout) => {
		for (const mark of ['', BOM]) {
			for (const pieceBytes of [1, 7, 65_536]) {
				const { text, report, facts } = await check(mark + file, {}, pieceBytes);
				expect(jsonLines(text)).toEqual(jsonLines(all));
				expect(text.trimEnd().split('\n')).toHaveLength(report.total);
				expect(facts).toMatchObject({ layout, hasMark: mark !== '', encoding: 'utf-8' });
				expect(report.invalid).toBe(0);
			}
		}
	});

	it('keep the bytes of their lines', async () => {
		const file = `{"n": 1.50, "big":12345678901234567890 ,"s":"\\u00e9"}\r\n{"é":"🎉"}`;
		expect((await check(file)).text).toBe(file);
	});

	it('keep their numbers on the way out of a list', async () => {
		expect((await check('[{"n": 1.50,\n  "big": 12345678901234567890}]')).text).toBe('{"n": 1.50,"big": 12345678901234567890}\n');
	});

	it.each(['utf16le', 'utf16be'])('in %s become UTF-8', async (encoding) => {
		const bytes = (text: string) => (encoding === 'utf16be' ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'));
		for (const file of [`${BOM}{"a":"é🎉"}\r\n{"b":1}\r\n`, `${BOM}[{"a":"é🎉"},\r\n{"b":1}]`]) {
			expect(jsonLines((await check(bytes(file))).text)).toEqual([{ a: 'é🎉' }, { b: 1 }]);
		}
	});
});

it.each<[string, string, number]>([
	['an empty file', '', 0],
	['blanks', ' \n\n\t', 2],
	['a byte-order mark', BOM, 0],
	['an empty list', '[]', 0],
	['an empty list with blanks', `${BOM} [ \n ] \n`, 0],
])('finds no record in %s', async (_what, file) => {
	expect(await check(file)).toMatchObject({ text: '', report: { total: 0 } });
});

describe('a record that is none', () => {
	it.each<[string, string, string[]]>([
		['a line that is no JSON', `${one}\nhello\n${one}\n`, ['2 (line 2): must be JSON']],
		['a line that is cut off', `${one}\n{"a":\n${one}\n`, ['2 (line 2): must be JSON: it ends before it is complete']],
		['a first line that is cut off', `{"a":{"b":1}\n${one}\n${one}\n`, ['1 (line 1): must be JSON: it ends before it is complete']],
		['a text that is cut off', `${one}\n{"a":"b\n${one}\n`, ['2 (line 2): must be JSON: it has a text that goes over a line end']],
		['a NaN', `${one}\n{"a":NaN}\n${one}\n`, ['2 (line 2): must be JSON: it has a value that JSON does not have, such as NaN']],
		['an infinity in the first line', `{"a":-Infinity}\n${one}\n${one}\n`, ['1 (line 1): must be JSON: it has a value that JSON does not have, such as NaN']],
		['single quotes', `${one}\n{'a':1}\n${one}\n`, ["2 (line 2): must be JSON: it has names or texts that are not in double quotes"]],
		['single quotes in the first line', `{'a':1}\n${one}\n${one}\n`, ["1 (line 1): must be JSON: it has names or texts that are not in double quotes"]],
		['a comma too many', `${one}\n{"a":1,}\n${one}\n`, ['2 (line 2): must be JSON: it has a comma with nothing after it']],
		['a comma after a line', `${one}\n${one},\n${one}\n`, ['2 (line 2): must be JSON']],
		['two records on a line', `${one}\n${one}${one}\n${one}\n`, ['2 (line 2): must be JSON']],
		['a number', `${one}\n42\n${one}\n`, ['2 (line 2): must be an object']],
		['a text, null and a list', `"x"\nnull\n[1]\n${one}\n${one}\n`, ['1 (line 1): must be an object', '2 (line 2): must be an object', '3 (line 3): must be an object']],
		['brackets without an end on the first line', `${'['.repeat(5000)}\n${one}\n${one}\n`, ['1 (line 1): must be JSON: it is nested too deeply']],
		['a list on the first line', `[1]\n${one}\n${one}\n`, ['1 (line 1): must be an object']],
		['blank lines between', `${one}\n\n \r\nhello\n\n${one}\n`, ['2 (line 4): must be JSON']],
	])('fails alone in lines: %s', async (_what, file, expected) => {
		for (const pieceBytes of [1, 65_536]) {
			const { problems, text } = await check(file, {}, pieceBytes);
			expect(problems).toEqual(expected);
			expect(text).toBe(`${one}\n${one}\n`);
		}
	});

	it.each<[string, string, string[]]>([
		['a NaN', `[\n${one},\n{"a":NaN},\n${one}]`, ['2 (line 3): must be JSON: it has a value that JSON does not have, such as NaN']],
		['a comma too many', `[${one},\n{"a":[1,]},${one}]`, ['2 (line 2): must be JSON: it has a comma with nothing after it']],
		['a list', `[${one},[],${one}]`, ['2 (line 1): must be an object']],
		['a number', `[${one},\n1,\n${one}]`, ['2 (line 2): must be an object']],
		['texts with all that could end them', `["]","\\"," ,"a\\",{}",${one}, "\\\\" ,${one}]`, ['1 (line 1): must be an object', '2 (line 1): must be an object', '3 (line 1): must be an object', '5 (line 1): must be an object']],
		['null, true and nothing that JSON has', `[${one},null,true,-1.5e3,NaN,'x',${one}]`, ['2 (line 1): must be an object', '3 (line 1): must be an object', '4 (line 1): must be an object', '5 (line 1): must be JSON', '6 (line 1): must be JSON']],
		['an escape that is none', `[${one},{"a":"\\x"},${one}]`, ['2 (line 1): must be JSON']],
		['a number that is none', `[${one},{"a":01},${one}]`, ['2 (line 1): must be JSON']],
		['such in records over several lines', `{\n"a":\n01}\n${one}\n${one}`, ['1 (line 1): must be JSON']],
	])('fails alone where it can be told where it ends: %s', async (_what, file, expected) => {
		for (const pieceBytes of [1, 65_536]) {
			const { problems, text } = await check(file, {}, pieceBytes);
			expect(problems).toEqual(expected);
			expect(text).toBe(`${one}\n${one}\n`);
		}
	});

	it.each<[string, string, string]>([
		['a list that is cut off', `[\n${one},\n${one}`, 'The file ends within its list, on line 3'],
		['a list that is cut off after a comma', `[\n${one},\n`, 'The file ends within its list, on line 3'],
		['a list that is cut off within a record', `[\n${one},\n{"a":\n`, 'The file ends within the record that begins on line 3'],
		['an open bracket alone', '[', 'The file ends within its list, on line 1'],
		['more after a list', `[${one}]\n${one}`, 'The file is not JSON: on line 2, it goes on after the end of the list'],
		['another list after a list', `[${one}]\n[${one}]`, 'on line 2, it goes on after the end of the list'],
		['a comma at the end of a list', `[${one},\n${one},\n]`, 'on line 3, it has a comma with nothing after it'],
		['a comma that is missing', `[${one}\n${one}]`, 'on line 2, it lacks a comma or a colon'],
		['a comma that is missing within a record', `[${one},\n{"a":1\n"b":2}]`, 'on line 3, it lacks a comma or a colon'],
		['single quotes', `[${one},\n{'a':1}]`, 'on line 2, it has names or texts that are not in double quotes'],
		['single quotes around a text', `[${one},\n\n{"a":'1'}]`, 'on line 3, it has names or texts that are not in double quotes'],
		['names without quotes', `[${one},\n{a:1}]`, 'on line 2, it has names or texts that are not in double quotes'],
		['a text over two lines', `[${one},\n{"a":"x\ny"}]`, 'on line 2, it has a text that goes over a line end'],
		['the wrong bracket', `[${one},\n{"a":[1}}]`, 'on line 2, it has a bracket that closes nothing, or of the wrong kind'],
		['a text over two lines among others', `["x",\n"y\nz"]`, 'on line 2, it has a text that goes over a line end'],
		['a text that is cut off', `["x", "y`, 'The file ends within the record that begins on line 1'],
		['a number that is cut off', `[1, 2`, 'The file ends within the record that begins on line 1'],
		['numbers without a comma', `[${one},1 2]`, 'on line 1, it lacks a comma or a colon'],
		['a text right after a number', `[${one},1"x"]`, 'on line 1, it lacks a comma or a colon'],
		['a number among objects that are in no list', `${one} ${one} 5`, 'on line 1, it has a value that is no record'],
		['brackets without end', '[{"a":'.padEnd(2000, '['), 'is nested too deeply'],
		['a record over several lines that is cut off', '{\n"a":1,\n', 'The file ends within the record that begins on line 1'],
		['a mistake in a record over several lines', '{\n"a":1\n"b":2}', 'on line 3, it lacks a comma or a colon'],
	])('fails the file where it cannot: %s', async (_what, file, message) => {
		for (const pieceBytes of [1, 65_536]) {
			await expect(check(file, {}, pieceBytes)).rejects.toThrow(message);
		}
	});
});

it('counts all of a list that has no objects', async () => {
	for (const pieceBytes of [1, 2, 65_536]) {
		const { report } = await check('[1, "two", null, ["three"], "f\\"our\\\\"]', { invalidRecords: 'stop' }, pieceBytes);
		expect(report).toMatchObject({ total: 5, valid: 0, invalid: 5 });
	}
});

it.each(['\\"', '\\\\', '1', ' '])('reads a text of "%s" in a list in time that grows with it', (part) => {
	expectLinear(
		(size) => `["${part.repeat(size)}"]`,
		(text) => {
			const reader = createElementReader(true);
			for (let at = 0; at < text.length; at += 1000) reader.push(text.slice(at, at + 1000));
		},
		200_000,
	);
});

describe('texts that nobody could store', () => {
	it.each<[string, string, string]>([
		['a NUL', '{"city":"a\\u0000b"}', 'city'],
		['half of a character', '{"city":"\\ud83d"}', 'city'],
		['the other half', '{"custom":{"list":["x","\\uDE00 x"]}}', 'custom.list[1]'],
		['a NUL under a name that may be a value', '{"jane@example.com":"\\u0000"}', '*'],
	])('are told: %s', async (_what, line, path) => {
		expect((await check(`${line}\n`)).problems).toEqual([`1 (line 1): ${path} has a character that no text can have: a NUL, or half of a character`]);
	});

	it('are told where they are names', async () => {
		expect((await check('{"a":{"\\u0000":1}}\n')).problems).toEqual(['1 (line 1): a has a name with a NUL, or half of a character, in it']);
	});

	it.each(['{"a":"\\ud83d\\ude00"}', '{"a":"\\\\u0000"}', '{"a":"\\u00e9 \\\\ud83d"}'])('are not those of %s', async (line) => {
		expect((await check(`${line}\n`)).text).toBe(`${line}\n`);
	});
});

it('tells malformed UTF-8 by its line, and reads the others', async () => {
	const file = Buffer.concat([Buffer.from(`${one}\n{"a":"`), Buffer.from([0xe9]), Buffer.from(`"}\n{"a":"\ufffd"}\n${one}\n`)]);
	expect(await check(file)).toMatchObject({ problems: ["2 (line 2): must be UTF-8: see 'Conversion > Encoding'"], text: `${one}\n{"a":"\ufffd"}\n${one}\n` });
});

it.each<[string, Buffer, number[]]>([
	['a file of Windows-1252', Buffer.from('{"a":"Zo\xeb"}\r\n{"a":1}\r\n\r\n{"a":"Jos\xe9"}', 'latin1'), [1, 4]],
	['a character that is cut off at the end', Buffer.from(`${one}\n{"a":"é`).subarray(0, -1), [2]],
	['a surrogate', Buffer.concat([Buffer.from(`${one}\n\n{"a":"`), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('"}\n')]), [3]],
	['a byte far into the file', Buffer.concat([Buffer.from(`${one}\n`.repeat(2000)), Buffer.from('{"a":"\xe9"}\n', 'latin1'), Buffer.from(`${one}\n`)]), [2001]],
])('tells the lines with malformed UTF-8, and what to set: %s', async (_what, file, lines) => {
	for (const pieceBytes of [7, 65_536]) {
		const { report } = await check(file, {}, pieceBytes);
		expect(report.first).toEqual(lines.map((line) => expect.objectContaining({ line, rule: expect.stringContaining('Encoding') })));
		expect(report.invalid).toBe(lines.length);
	}
	const { report } = await check(file, { encoding: 'windows-1252' });
	expect(report.first.filter(({ rule }) => rule.includes('UTF-8'))).toEqual([]);
});

it('tells malformed UTF-8 in a list', async () => {
	const file = Buffer.concat([Buffer.from(`[${one},\n{"a":"`), Buffer.from([0xe9]), Buffer.from('"}]')]);
	await expect(check(file)).rejects.toThrow('The file is not valid UTF-8 on line 2');
});

describe('a record that is too large', () => {
	const long = `{"a":"${'x'.repeat(MAX_RECORD_LENGTH)}"}`;

	it.each<[string, string, string]>([
		['a long line', `${one}\n${long}\n${one}\n`, '2 (line 2): is longer than 8 MiB'],
		['a very long line', `${one}\n${long.repeat(3)}\n${one}\n`, '2 (line 2): is longer than 8 MiB'],
		['a long record of a list', `[${one},\n${long},\n${one}]`, '2 (line 2): is longer than 8 MiB'],
		['a line of too many values', `${one}\n{"a":[${'"",'.repeat(100_001)}""]}\n${one}\n`, '2 (line 2): has more than 100,000 values'],
	])('fails alone: %s', async (_what, file, problem) => {
		const { problems, text } = await check(file, {}, 65_536);
		expect(problems).toEqual([problem]);
		expect(text).toBe(`${one}\n${one}\n`);
	});

	it('fails alone on the last line, which has no end', async () => {
		expect((await check(`${one}\n${long}`, {}, 65_536)).problems).toEqual(['2 (line 2): is longer than 8 MiB']);
	});

	it('may have 64,000 empty texts', async () => {
		const line = `{"custom_fields":{"a":[${'"",'.repeat(63_999)}""]}}\n`;
		expect((await check(line, {}, 65_536)).text).toBe(line);
	});
});

it('checks each record of a list', async () => {
	const [good, bad] = ['{"link":{"email":"a@example.com"}}', '{"link":{"email":"hunter2"}}'];
	const { text, report } = await check(`[${good},\n${bad},\n{}]`, { recordType: 'customer_record' });
	expect(text).toBe(`${good}\n`);
	expect(summarize(report)).toBe(
		'2 of 3 records are invalid: record 2: link.email must be an e-mail address; record 3: link is required',
	);
});

it('does not check where it is not to, but reads all', async () => {
	const { text, report } = await check('[{"link":5},{"link":6,}]', { recordType: 'customer_record', invalidRecords: 'off' });
	expect(text).toBe('{"link":5}\n');
	expect(report).toMatchObject({ valid: 1, invalid: 1 });
});

it('gives nothing more once a record was invalid, where it is to stop, and counts on', async () => {
	const { report, text } = await check(`${one}\n`.repeat(50_000) + `x\n${one}\n`, { invalidRecords: 'stop' }, 65_536);
	expect(report).toMatchObject({ total: 50_002, invalid: 1 });
	expect(text.length).toBeLessThan(50_001 * 8);
});

it('gives what was rejected, with its line and what is wrong', async () => {
	const pass = { recordType: 'customer_record', rules: 'uploadTool', invalidRecords: 'stop', report: createReport(), withRejected: true } as const;
	const file = Buffer.from('\n{"link":{"email":"x"}}\nhello\n{"link":{"email":"a@example.com"}}\n7\n');
	expect(jsonLines(await textOf(rejectedRecords(passJson(piecesOf(file), pass))))).toEqual([
		{ number: 1, line: 2, problems: [{ path: 'link.email', rule: 'must be an e-mail address' }], record: { link: { email: 'x' } } },
		{ number: 2, line: 3, problems: [{ path: '', rule: 'must be JSON' }], record: 'hello' },
		{ number: 4, line: 5, problems: [{ path: '', rule: 'must be an object' }], record: 7 },
	]);
});

it.each<[string, string, boolean, boolean]>([
	['lines', all, true, true],
	['a list', `[${one}]`, true, false],
	['lines with a byte-order mark', BOM + all, false, false],
	['lines with a blank line', `${one}\n\n${one}\n`, false, false],
	['records over several lines', pretty([one, two]).join('\n'), false, false],
])('says whether %s can be sent as they are', async (_what, file, forPeople, forDataset) => {
	const { facts } = await check(file);
	expect(isSendableAsItIs(facts, false)).toBe(forPeople);
	expect(isSendableAsItIs(facts, true)).toBe(forDataset);
});

it('stops within a turn', async () => {
	const stop = new AbortController();
	const file = Buffer.from(`${one}\n`.repeat(1_000_000));
	const pass = checkJson(piecesOf(file), { recordType: 'custom', rules: 'uploadTool', invalidRecords: 'off', report: createReport(), signal: stop.signal });
	await pass.next();
	stop.abort();
	const rest = async () => {
		for await (const piece of pass) expect(piece.length).toBeGreaterThan(0);
	};
	await expect(rest()).rejects.toThrow(StoppedError);
});

it.each<[string, string]>([
	['texts', '"x",'],
	['empty texts', '"",'],
	['escapes', '"\\\\\\"",'],
	['a text', 'x'],
	['a text of escapes', '\\\\'],
	['numbers', '1.5,'],
	['a number', '1'],
	['lists', '[],'],
	['blanks', ' '],
	['line ends', '\n'],
])('scans %s in time that grows with them', (_what, part) => {
	const scan = (text: string) => {
		const scanner = createJsonScanner();
		for (let at = 0; at < text.length; at += 65_536) scanner.scan(text.slice(at, at + 65_536), 0);
		return scanner.fault();
	};
	const begin = part === 'x' || part === '\\\\' ? '["' : '[';
	expectLinear((size) => begin + part.repeat(Math.ceil(size / part.length)), scan, 500_000);
});
