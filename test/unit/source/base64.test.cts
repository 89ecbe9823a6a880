import { base64SizeBytes, decodeBase64 } from '../../../nodes/Lexer/source/base64';
import { seededRandom } from '../../support/seededRandom.cjs';

async function decode(text: string): Promise<Buffer> {
	const pieces: Buffer[] = [];
	for await (const piece of decodeBase64(text)) pieces.push(piece);
	return Buffer.concat(pieces);
}

/** A text of several of the pieces that are decoded at a time. */
const long = Buffer.alloc(2_500_000, 'The quick brown fox; ').toString('base64');
const withLineBreaks = (text: string, width: number) => text.replace(new RegExp(`.{${width}}`, 'g'), '$&\r\n');

describe('base64 of memory', () => {
	it.each([
		['nothing', ''],
		['one byte', 'YQ=='],
		['two bytes', 'YWI='],
		['three bytes', 'YWJj'],
		['no padding', 'YWJjZA'],
		['one digit too many', 'YWJjZ'],
		['the alphabet of URLs', '-_-_'],
		['line breaks', 'YWJj\nZGVm\n'],
		['characters that mean nothing', 'Y!W@J#j'],
		['an end before the end', 'YQ==YWJj'],
		['a long text', long],
		['a long text without padding', long.replace(/=+$/, '')],
		['a long text in lines', withLineBreaks(long, 76)],
		['a long text in lines of odd length', withLineBreaks(long, 61)],
		['one line break in a long text', `${long.slice(0, 1_500_001)}\n${long.slice(1_500_001)}`],
	])('is decoded as Buffer.from does: %s', async (_what, text) => {
		const expected = Buffer.from(text, 'base64');
		expect((await decode(text)).equals(expected)).toBe(true);
		expect(await base64SizeBytes(text)).toBe(expected.length);
	});

	it('is decoded as Buffer.from does, whatever it is', async () => {
		const random = seededRandom(6464);
		const characters = 'ABCDEFabcdef0123456789+/-_= \n\t!';
		for (let round = 0; round < 2000; round++) {
			const length = Math.floor(random() * 24);
			const text = Array.from({ length }, () => characters[Math.floor(random() * characters.length)]).join('');
			expect([text, (await decode(text)).toString('hex')]).toEqual([text, Buffer.from(text, 'base64').toString('hex')]);
		}
	});
});
