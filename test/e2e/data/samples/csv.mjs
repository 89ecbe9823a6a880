import { csv, customerLine, line } from '../case.mjs';

/** @typedef {import('../../suite/case.mjs').Case} Case */

const GRACE = 'grace@example.com';
const TWO = [customerLine({ first_name: 'Ada' }), line({ link: { email: GRACE }, first_name: 'Grace' })];
const JOSE = [customerLine({ first_name: 'José', city: 'Köln' }), line({ link: { email: GRACE }, first_name: 'Zoë', city: '€uro' })];
const JOSE_TEXT = 'link.email;first_name;city\r\nada@example.com;José;Köln\r\ngrace@example.com;Zoë;€uro\r\n';

/** The text in Windows-1252, as far as the test needs it. */
const inWindows1252 = (/** @type {string} */ text) => Buffer.from(text.replaceAll('€', '\u0080'), 'latin1');

const inUtf16Be = (/** @type {string} */ text) => Buffer.from(text, 'utf16le').swap16();

/** @param {string} name @param {string} text @param {Partial<Parameters<typeof csv>[0]>} [more] */
const two = (name, text, more) => csv({ name, text, lines: TWO, ...more });

/** @type {Case[]} */
export const csvFiles = [
	two('a line that tells Excel the delimiter is no header', 'sep=;\r\nlink.email;first_name\r\nada@example.com;Ada\r\ngrace@example.com;Grace\r\n'),
	two('nor is it behind a byte-order mark, with a delimiter that no one would guess', '\ufeffsep=^\r\nlink.email^first_name\r\nada@example.com^Ada\r\ngrace@example.com^Grace\r\n'),
	two('nor in quotes', '"sep=|"\nlink.email|first_name\nada@example.com|Ada\ngrace@example.com|Grace\n'),
	two("a byte-order mark is no part of the first name, in quotes or without", '\ufeff"link.email","first_name"\r\n"ada@example.com","Ada"\r\n"grace@example.com","Grace"\r\n'),
	csv({
		name: "Excel's Unicode text, which is UTF-16 with tabs, is read",
		fileName: 'data-unicode.txt',
		bytes: Buffer.from(`\ufeff${JOSE_TEXT.replaceAll(';', '\t')}`, 'utf16le'),
		lines: JOSE,
	}),
	csv({ name: 'so is UTF-16 of the other byte order', bytes: inUtf16Be(`\ufeff${JOSE_TEXT}`), lines: JOSE }),
	csv({ name: 'and UTF-16 without a mark', bytes: Buffer.from(JOSE_TEXT, 'utf16le'), lines: JOSE }),
	csv({ name: "Windows-1252 is read where Encoding says so", conversion: { encoding: 'windows-1252' }, bytes: inWindows1252(JOSE_TEXT), lines: JOSE }),
	csv({
		name: 'other encodings, too',
		conversion: { encoding: 'iso-8859-2' },
		bytes: Buffer.concat([Buffer.from('link.email,first_name\nada@example.com,'), Buffer.from([0xa3, 0x75, 0x6b, 0x61, 0x73, 0x7a, 0x0a])]),
		lines: [customerLine({ first_name: 'Łukasz' })],
	}),
	csv({
		name: 'where nothing is said, what is no UTF-8 is told with its line and the option, and is not sent',
		bytes: Buffer.concat([Buffer.from('link.email,first_name\nada@example.com,"Ada\nAugusta"\ngrace@example.com,Grace\nzoe@example.com,'), inWindows1252('Zoë\n')]),
		options: { invalidRecords: 'stop' },
		failed: [[0, /(?=.*line 5)(?=.*Encoding)/s]],
	}),
	two('a mark says more than the option', '\ufefflink.email,first_name\nada@example.com,Ada\ngrace@example.com,Grace\n', { conversion: { encoding: 'windows-1252' } }),
	two('an unnamed last column and delimiters at the ends of lines are nothing', 'link.email;first_name;\r\nada@example.com;Ada;\r\ngrace@example.com;Grace;\r\n'),
	two('as are several of them', 'link.email,first_name,,\nada@example.com,Ada,,\ngrace@example.com,Grace\n'),
	csv({
		name: 'a value in a column without a name is not lost in silence',
		text: 'link.email;first_name;\r\nada@example.com;Ada;unnamed value\r\ngrace@example.com;Grace;\r\n',
		lines: [TWO[1]],
		records: { total: 2 },
	}),
	csv({
		name: 'cells that are not there are empty, and rows that are longer than the header are invalid',
		text: 'link.email,first_name,last_name\nada@example.com\nada@example.com,Ada\ngrace@example.com,Grace,Hopper,more of it\nada@example.com,Ada,Lovelace,,\n',
		lines: [customerLine({}), customerLine({ first_name: 'Ada' }), customerLine({ first_name: 'Ada', last_name: 'Lovelace' })],
		records: { total: 4 },
	}),
	csv({
		name: 'a longer row is told by its line',
		text: 'link.email,first_name\nada@example.com,"Ada\nAugusta"\n\ngrace@example.com,Grace,Brewster\n',
		options: { invalidRecords: 'stop' },
		failed: [[0, /line 5\b.*3 cells/]],
	}),
	two('blanks outside of quotes are no part of a value', ' "link.email" ; "first_name" \r\n "ada@example.com" ;\t"Ada"\r\n"grace@example.com"; "Grace"  \r\n'),
	csv({
		name: 'a stray quote spoils its own row only',
		text: 'link.email,first_name,last_name\nada@example.com,"Ada "the Countess" Augusta",Lovelace\ngrace@example.com,Grace,Hopper\nada@example.com,Ada,"Love""lace"\n',
		lines: [line({ link: { email: GRACE }, first_name: 'Grace', last_name: 'Hopper' }), customerLine({ first_name: 'Ada', last_name: 'Love"lace' })],
		records: { total: 3 },
	}),
	csv({
		name: 'and is told by its line',
		text: 'link.email,first_name\nada@example.com,"Ada\r\nAugusta"\ngrace@example.com,"Grace" Hopper\nada@example.com,Ada\n',
		options: { invalidRecords: 'stop' },
		failed: [[0, /line 4\b/]],
	}),
	csv({
		name: 'a quote that nothing closes does not take the rest of the file along',
		text: `link.email,first_name\nada@example.com,"Ada\ngrace@example.com,Grace\nada@example.com,Ada\n${'grace@example.com,Grace\n'.repeat(3)}`,
		delivered: [{ records: { total: (/** @type {number} */ total) => total >= 5, valid: (/** @type {number} */ valid) => valid >= 4, invalid: 1 } }],
		lines: /(.*"Grace"\}\n){1}.*"Ada"\}\n(.*"Grace"\}\n){3}$/,
	}),
	two('a quote in the middle of a cell that is in none is a character', 'link.email,first_name,size\nada@example.com,Ada,\ngrace@example.com,Grace,\n', {
		text: 'link.email,first_name,address_1\nada@example.com,Ada,3/4" pipe\ngrace@example.com,Grace,6\'2"\n',
		lines: [customerLine({ first_name: 'Ada', address_1: '3/4" pipe' }), line({ link: { email: GRACE }, first_name: 'Grace', address_1: '6\'2"' })],
	}),
	two('blank lines are nothing, wherever they are', '\n\r\nlink.email,first_name\n\nada@example.com,Ada\n\n\ngrace@example.com,Grace\n\n', { records: { skipped: () => true } }),
	two('line ends may be mixed', 'link.email,first_name\rada@example.com,Ada\r\ngrace@example.com,Grace\n'),
	two('line ends of old Macs are line ends', 'link.email,first_name\rada@example.com,Ada\rgrace@example.com,Grace\r'),
	two('and a last line needs none', 'link.email,first_name\nada@example.com,Ada\ngrace@example.com,Grace'),
	csv({
		name: 'the delimiter is found by several lines: decimal commas mislead no one',
		recordType: 'product',
		conversion: { numbers: '1.234,50' },
		text: 'product_id;price\np0;1,50\np1;2,50\np2;3,99\n',
		lines: ['{"product_id":"p0","price":1.5}', '{"product_id":"p1","price":2.5}', '{"product_id":"p2","price":3.99}'],
	}),
	csv({
		name: 'nor does a header that has another delimiter in a name',
		text: 'link.email|custom_fields.city, country|first_name\nada@example.com|London, UK|Ada\ngrace@example.com|New York|Grace\n',
		lines: [customerLine({ custom_fields: { 'city, country': 'London, UK' }, first_name: 'Ada' }), line({ link: { email: GRACE }, custom_fields: { 'city, country': 'New York' }, first_name: 'Grace' })],
	}),
	csv({ name: 'a file of one column has no delimiter', text: 'link.email\nada@example.com\ngrace@example.com\n', lines: [customerLine({}), line({ link: { email: GRACE } })] }),
	two('the delimiter that is set is the one', 'link.email:first_name\nada@example.com:Ada\ngrace@example.com:Grace\n', { options: { csvDelimiter: ':' } }),
	csv({
		name: 'names of the header are told in problems',
		text: 'Link.Email;Date of Birth\r\nada@example.com;never-ever\r\n',
		options: { invalidRecords: 'stop' },
		failed: [[0, /date.of.birth/i]],
	}),
	csv({
		name: 'a file without a header is refused, and its first row is not told',
		text: 'private-ada@example.com,private-name,19900728\nprivate-grace@example.com,private-other,19061209\n',
		failed: [[0, /header/]],
	}),
	csv({
		name: 'line breaks in cells are kept, of every kind',
		text: 'link.email,address_1\r\nada@example.com,"1 St James Sq\r\nLondon"\r\ngrace@example.com,"1 Main St\nArlington"\r\n',
		lines: [customerLine({ address_1: '1 St James Sq\r\nLondon' }), line({ link: { email: GRACE }, address_1: '1 Main St\nArlington' })],
	}),
];

