// What other nodes, code and saved workflows write where n8n describes a file.
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { BINARY_MODES, storeBinary } from '../support/engine.cjs';
import { replaceParts } from '../support/replaceParts.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const { sandbox, run, stored } = runInSandbox();

async function upload(binary: Record<string, unknown>, more: Record<string, unknown> = {}, onError?: 'continueRegularOutput') {
	const item = { json: {}, binary } as INodeExecutionData;
	return await run({ resource: 'file', operation: 'upload', ...more }, [item], { onError });
}

describe('a file in memory', () => {
	const inMemory = (text: string, fileName: string, id: unknown): IBinaryData =>
		({ data: Buffer.from(text).toString('base64'), mimeType: 'text/csv', fileName, id }) as IBinaryData;

	it.each([[''], [undefined], [null]])('is sent where its ID is %j, as n8n itself reads it', async (id) => {
		const [receipt] = await upload({ data: inMemory('id\n1\n', 'a.csv', id) });
		expect(receipt.json).toMatchObject({ fileName: 'a.csv', fileSize: 5, checksumVerified: true });
		expect((await stored(receipt)).toString()).toBe('id\n1\n');
	});

	it.each<[what: string, data: unknown]>([
		['the name of the store that it was in', 'filesystem-v2'],
		['the name of another store', 's3'],
		['a data URL', 'data:text/csv;base64,aWQKMQo='],
		['text', 'id,email\n1,ada@example.com\n'],
		['the bytes themselves', { type: 'Buffer', data: [105, 100] }],
		['nothing', undefined],
	])('is refused before any request where its data is %s, whatever Empty File says', async (_what, data) => {
		const file = { data, mimeType: 'text/csv', fileName: 'a.csv' };
		for (const emptyFile of ['error', 'skip', 'upload']) {
			await expect(upload({ data: file }, { options: { emptyFile } })).rejects.toMatchObject({
				message: 'The file "a.csv" has neither an ID in n8n\'s binary store nor its bytes in base64',
				description: expect.stringContaining('toString("base64")'),
			});
		}
		expect(sandbox().requests).toEqual([]);
	});

	it.each(['', 'aWQK', 'aWQ', 'aWQ=', '-_-_', '+/+/', 'aW\r\nQK'])('is taken where its data is base64: %j', async (data) => {
		const file = { data, mimeType: 'text/csv', fileName: 'a.csv' };
		const [receipt] = await upload({ data: file }, { options: { emptyFile: 'upload' } });
		expect((await stored(receipt)).equals(Buffer.from(data, 'base64'))).toBe(true);
	});

	it('is told from others whose ID is empty as well', async () => {
		const [one, two] = [inMemory('1', 'one.csv', ''), inMemory('2', 'two/two.csv', '')];
		const [receipt, failed] = await upload({ one, two }, { binaryPropertyName: 'one, two' }, 'continueRegularOutput');
		expect(receipt.json).toMatchObject({ fileName: 'one.csv' });
		expect(failed).toMatchObject({ json: { error: expect.stringContaining('slash') }, binary: { two: { fileName: 'two/two.csv' } } });
		expect(failed.binary).not.toHaveProperty('one');
		expect(sandbox().requests).toHaveLength(2);
	});
});

describe('a file that code has described', () => {
	const described = (more: object) => ({ data: Buffer.from('id\n1\n').toString('base64'), mimeType: 'text/csv', fileName: 'a.csv', ...more });

	it.each<[more: object, sent: object]>([
		[{ fileName: 123 }, { fileName: '123' }],
		[{ mimeType: 5 }, { fileName: 'a.csv', contentType: '5' }],
		[{ mimeType: { type: 'text/csv' } }, { fileName: 'a.csv', contentType: 'application/octet-stream' }],
		[{ mimeType: null }, { fileName: 'a.csv', contentType: 'application/octet-stream' }],
	])('is sent by what that says: %j', async (more, sent) => {
		const [receipt] = await upload({ data: described(more) });
		expect(receipt.json).toMatchObject({ ...sent, checksumVerified: true });
	});

	it.each([[null], [undefined], [true], [{ name: 'a.csv' }], [['a.csv']]])('has no name where that is %j', async (fileName) => {
		await expect(upload({ data: described({ fileName }) })).rejects.toMatchObject({
			message: 'The file name is empty',
			description: expect.stringContaining("Set 'File Name'"),
		});
		expect(sandbox().requests).toEqual([]);
		const [receipt] = await upload({ data: described({ fileName }) }, { fileName: 'b.csv' });
		expect(receipt.json).toMatchObject({ fileName: 'b.csv' });
	});
});

const STORES = BINARY_MODES.filter((mode) => mode !== 'default');

describe.each(STORES)('a file whose size n8n does not tell, in the mode %s', (mode) => {
	/** A stored file whose description, and n8n's metadata of it, say something else of its size. */
	async function sized(text: string, bytes: unknown, fileSize: unknown): Promise<{ data: IBinaryData }> {
		const binary = await storeBinary(mode, Buffer.from(text), { fileName: 'a.csv' });
		await replaceParts(mode, (whole) => ({ getMetadata: async (id) => ({ ...(await whole.getMetadata(id)), fileSize: fileSize as number }) }));
		return { data: { ...binary, bytes: bytes as number } };
	}

	const SIZES: Array<[bytes: unknown, fileSize: unknown]> = [[undefined, undefined], [undefined, null], [undefined, Number.NaN], [undefined, 0], [0, 0], [0, undefined], [Number.NaN, -1], [undefined, 1.5], [undefined, '5']];

	it.each(SIZES)('is sent whole (bytes: %s, fileSize: %s)', async (bytes, fileSize) => {
		const [receipt] = await upload(await sized('id\n1\n', bytes, fileSize));
		expect(receipt.json).toMatchObject({ fileSize: 5, checksumVerified: true, attempts: 1 });
		expect((await stored(receipt)).toString()).toBe('id\n1\n');
	});

	it.each([{ compression: 'gzip' }, { convertCsv: true }])('is made into something else: %j', async (options) => {
		const [receipt] = await upload(await sized('link.email\nada@example.com\n', undefined, undefined), { recordType: 'customer_record', options });
		expect(receipt.json).toMatchObject({ checksumVerified: true });
	});

	it('is empty where it is', async () => {
		await expect(upload(await sized('', undefined, undefined))).rejects.toThrow('The file "a.csv" is empty');
		expect(sandbox().requests).toEqual([]);
	});
});
