// What other nodes, code and saved workflows write where n8n describes a file.
import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

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

	it('is told from others whose ID is empty as well', async () => {
		const [one, two] = [inMemory('1', 'one.csv', ''), inMemory('2', 'two/two.csv', '')];
		const [receipt, failed] = await upload({ one, two }, { binaryPropertyName: 'one, two' }, 'continueRegularOutput');
		expect(receipt.json).toMatchObject({ fileName: 'one.csv' });
		expect(failed).toMatchObject({ json: { error: expect.stringContaining('slash') }, binary: { two: { fileName: 'two/two.csv' } } });
		expect(failed.binary).not.toHaveProperty('one');
		expect(sandbox().requests).toHaveLength(2);
	});
});
