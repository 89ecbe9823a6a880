import { ENCODINGS, isEncoding } from '../../../nodes/Lexer/records/read/encodings';
import { readTable } from './csvTable.cjs';

const utf16 = (text: string, order: 'le' | 'be') => {
	const bytes = Buffer.from(text, 'utf16le');
	return order === 'be' ? bytes.swap16() : bytes;
};

describe('an encoding that shows by itself', () => {
	const latin = 'name,city\nJosé,Zürich 🎉\n';
	const others: Array<[string, string]> = [
		['Latin', latin],
		['Latin in quotes', '"name","city"\r\n"José","Zürich 🎉"\r\n'],
		['Chinese', '名字,城市\n小明,北京\n小红,上海\n'],
		['Cyrillic', 'имя,город,страна\nИван,Москва,Россия\nАнна,Минск,Беларусь\nОлег,Киев,Украина\n'],
		['Greek', 'όνομα;πόλη;χώρα\nΓιώργος;Αθήνα;Ελλάδα\nΜαρία;Πάτρα;Ελλάδα\n'],
		['Arabic', 'اسم,مدينة\nأحمد,القاهرة\nسارة,دبي\nمريم,بيروت\nيوسف,عمان\n'],
		['Japanese', '名前\t都市\n太郎\t東京\n花子\t大阪\n'],
	];

	it.each(others)('reads %s in UTF-8 and UTF-16, with a mark and without', async (_what, text) => {
		const expected = await readTable(text);
		for (const marked of [text, `\ufeff${text}`]) {
			const hasMark = marked !== text;
			const inUtf8 = await readTable(marked, { pieceBytes: 3 });
			expect(inUtf8).toEqual({ ...expected, facts: { ...expected.facts, encoding: 'utf-8', hasMark } });
			for (const order of ['le', 'be'] as const) {
				const read = await readTable(utf16(marked, order), { pieceBytes: 5 });
				expect(read).toEqual({ ...expected, facts: { ...expected.facts, encoding: `utf-16${order}`, hasMark } });
			}
		}
	});

	it('is not UTF-16 because of a NUL', async () => {
		expect(await readTable('a\u0000,b\n1,2\n')).toMatchObject({ header: ['a\u0000', 'b'], facts: { encoding: 'utf-8' } });
		const padded = await readTable(`name,city\n${'Jane\u0000\u0000\u0000\u0000,Rome\u0000\n'.repeat(50)}`);
		expect(padded).toMatchObject({ facts: { encoding: 'utf-8' }, header: ['name', 'city'] });
	});

	it('goes before the one that is set where a byte-order mark tells it', async () => {
		expect(await readTable('\ufeffname\nJosé\n', { encoding: 'windows-1252' })).toMatchObject({ header: ['name'], rows: [['José']] });
	});
});

it.each<[string, number[], string]>([
	['utf-8', [0xc3, 0xa9], 'é'],
	['utf-16le', [0xe9, 0], 'é'],
	['utf-16be', [0, 0xe9], 'é'],
	['windows-1252', [0x80, 0x92, 0xe9], '€’é'],
	['iso-8859-15', [0xa4, 0xe9], '€é'],
	['macintosh', [0x8e], 'é'],
	['windows-1250', [0xe8], 'č'],
	['iso-8859-2', [0xb1], 'ą'],
	['windows-1257', [0xe0], 'ą'],
	['windows-1251', [0xc8], 'И'],
	['koi8-r', [0xc9], 'и'],
	['windows-1253', [0xe9], 'ι'],
	['iso-8859-7', [0xe9], 'ι'],
	['windows-1254', [0xf0], 'ğ'],
	['windows-1255', [0xe0], 'א'],
	['windows-1256', [0xc7], 'ا'],
	['windows-874', [0xa1], 'ก'],
	['windows-1258', [0xfe], '₫'],
	['gb18030', [0xc4, 0xe3], '你'],
	['big5', [0xa7, 0x41], '你'],
	['shift_jis', [0x83, 0x5c], 'ソ'],
	['euc-jp', [0xa5, 0xbd], 'ソ'],
	['euc-kr', [0xb0, 0xa1], '가'],
])('reads %s where it is set', async (encoding, bytes, expected) => {
	if (!isEncoding(encoding)) throw new Error(`${encoding} is none`);
	const wide = encoding.startsWith('utf-16');
	const ascii = (text: string) => (wide ? utf16(text, encoding === 'utf-16le' ? 'le' : 'be') : Buffer.from(text));
	const file = Buffer.concat([ascii('a,b\n1,'), Buffer.from(bytes), ascii('\n')]);
	for (const pieceBytes of [1, 64]) {
		expect(await readTable(file, { encoding, pieceBytes })).toMatchObject({ rows: [['1', expected]], facts: { encoding } });
	}
});

it('offers each encoding once, and detection first', () => {
	expect(ENCODINGS[0].value).toBe('auto');
	expect(new Set(ENCODINGS.map(({ value }) => value)).size).toBe(ENCODINGS.length);
	expect(isEncoding('latin-9')).toBe(false);
});

describe('malformed bytes', () => {
	const rows = (count: number) => '1,é€🎉\n'.repeat(count);

	it.each<[string, Buffer, number, string]>([
		['a byte of Windows-1252 in UTF-8', Buffer.concat([Buffer.from(`a,b\n${rows(2)}`), Buffer.from('2,Jos\xe9\n', 'latin1'), Buffer.from(rows(3))]), 4, 'UTF-8'],
		['such a byte far into the file', Buffer.concat([Buffer.from(`a,b\n${rows(30_000)}`), Buffer.from('2,Jos\xe9\n', 'latin1')]), 30_002, 'UTF-8'],
		['such a byte in a cell of several lines', Buffer.concat([Buffer.from('a,b\r\n1,"x\r\ny\r\n'), Buffer.from('Jos\xe9"\r\n', 'latin1')]), 4, 'UTF-8'],
		['such a byte in the header', Buffer.from('a,Jos\xe9\n1,2\n', 'latin1'), 1, 'UTF-8'],
		['a character that is cut off at the end', Buffer.from(`a,b\n1,é`).subarray(0, -1), 2, 'UTF-8'],
		['a character that is cut off before a line end', Buffer.concat([Buffer.from('a,b\n1,'), Buffer.from([0xf0, 0x9f, 0x8e]), Buffer.from('\n2,3\n')]), 2, 'UTF-8'],
		['a surrogate in UTF-8', Buffer.concat([Buffer.from('a,b\n1,2\n3,'), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from('\n')]), 3, 'UTF-8'],
		['half a character in UTF-16', utf16('a,b\n1,\ud800x\n', 'le'), 2, 'UTF-16, Little Endian'],
		['half a character in UTF-16, big endian', utf16('a,b\n1,2\n3,\udc00\n', 'be'), 3, 'UTF-16, Big Endian'],
		['an odd byte at the end of UTF-16', utf16('a,b\n1,2\n', 'le').subarray(0, -1), 2, 'UTF-16, Little Endian'],
		['characters of replacement that are meant so before it', Buffer.concat([Buffer.from('a,b\n\ufffd,\ufffd\n'), Buffer.from([0xff]), Buffer.from('\n\ufffd,2\n')]), 3, 'UTF-8'],
	])('are told with their line: %s', async (_what, file, line, encoding) => {
		for (const pieceBytes of file.length < 1000 ? [1, 5, 65_536] : [509, 65_536]) {
			await expect(readTable(file, { pieceBytes })).rejects.toMatchObject({
				message: `The file is not valid ${encoding} on line ${line}`,
				advice: expect.stringContaining('Encoding'),
			});
		}
	});

	it('are told where an encoding is set that does not have them', async () => {
		const file = Buffer.concat([Buffer.from('a,b\n1,2\n'), Buffer.from([0x82]), Buffer.from('\n3,4\n')]);
		await expect(readTable(file, { encoding: 'shift_jis' })).rejects.toThrow('The file is not valid Japanese (Shift JIS) on line 3');
	});

	it('are not what a character of replacement is that somebody wrote', async () => {
		for (const file of [Buffer.from('a,b\n\ufffd,\u00e9\ufffd\n'), utf16('a,b\n\ufffd,\u00e9\ufffd\n', 'le'), utf16('a,b\n\ufffd,\u00e9\ufffd\n', 'be')]) {
			expect((await readTable(file, { pieceBytes: 3 })).rows).toEqual([['\ufffd', '\u00e9\ufffd']]);
		}
	});
});

it.each<[string, Buffer | string, string]>([
	['an Excel workbook', 'PK\x03\x04rest', 'a ZIP archive or an Excel workbook (.xlsx)'],
	['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae100', 'hex'), 'an Excel workbook (.xls)'],
	['a compressed file', Buffer.from('1f8b0800', 'hex'), 'compressed (gzip)'],
	['a PDF document', '%PDF-1.7\n', 'a PDF document'],
	['a Parquet file', 'PAR1\u0015\u0004', 'a Parquet file'],
	['a sign-in page', '\n<!DOCTYPE html>\n<html>', 'a web page'],
	['an XML document', '\ufeff<?xml version="1.0"?>', 'an XML document'],
])('says what a file is that is no text of records: %s', async (_what, file, kind) => {
	await expect(readTable(file)).rejects.toThrow(`The file is ${kind}`);
});
