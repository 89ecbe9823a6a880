// What n8n's log says of deliveries: all that is left where n8n crashes before an execution's end.
import { onLog, type Run, storeBinary } from '../support/engine.cjs';
import { replaceParts } from '../support/replaceParts.cjs';
import { runInSandbox } from '../support/runInSandbox.cjs';

const { sandbox, run } = runInSandbox();
const FILE_UPLOAD = { resource: 'file', operation: 'upload' };

type Line = { level: 'info' | 'warn'; text: string; metadata: unknown; requests: number };

let lines: Line[];
beforeEach(() => {
	lines = [];
	onLog((level, text, metadata) => lines.push({ level, text, metadata, requests: sandbox().requests.length }));
});
afterEach(() => sandbox().faults.clear());

async function upload(names: string[], parameters: Run['parameters'] = {}, more: Partial<Run> = {}) {
	const files = names.map(async (fileName) => ({ json: {}, binary: { data: await storeBinary('filesystem', Buffer.from('id\n1\n'), { fileName }) } }));
	return await run({ ...FILE_UPLOAD, ...parameters }, await Promise.all(files), more);
}

it('names each delivery by its upload ID and file name, before the next file is begun', async () => {
	const receipts = await upload(['a.csv', 'b.csv'], { options: { concurrency: 1 } });
	const ids = receipts.map(({ json }) => json.uploadId);
	expect(lines).toEqual([
		{
			level: 'info',
			text: `Lexer: delivered "a.csv", 5 bytes, upload ID ${ids[0]} (execution execution, node "Lexer")`,
			metadata: { executionId: 'execution', uploadId: ids[0], fileName: 'a.csv', fileSize: 5 },
			requests: 2,
		},
		expect.objectContaining({ text: expect.stringContaining(`"b.csv", 5 bytes, upload ID ${ids[1]} `), requests: 4 }),
	]);
});

it('warns of a file that may have been delivered, with the upload IDs', async () => {
	sandbox().faults.add({ target: 's3', kind: 'storedThenError', hangUp: true });
	const failure = upload(['a.csv'], { options: { maxTries: 1 } });
	await expect(failure).rejects.toThrow('is not confirmed');
	const [{ uploadId }] = await sandbox().list().then((stored) => stored.slice(-1));
	expect(lines).toEqual([
		expect.objectContaining({ level: 'warn', text: expect.stringMatching(new RegExp(`"a.csv" is not confirmed: it may have been delivered \\(upload ID ${uploadId}\\)`)) }),
	]);
});

it('says nothing of a file that was not delivered, and never a URL, the token or what is in the file', async () => {
	sandbox().faults.add({ target: 's3', kind: 'status', status: 403, code: 'AccessDenied', match: { fileName: 'refused.csv' } });
	await upload(['refused.csv', 'good.csv'], { options: { concurrency: 1 } }, { onError: 'continueRegularOutput' });
	expect(lines.map(({ text }) => text)).toEqual([expect.stringContaining('"good.csv"')]);
	expect(JSON.stringify(lines)).not.toMatch(/https?:|X-Amz|id\\n1/);
	expect(JSON.stringify(lines)).not.toContain(sandbox().token);
});

describe('where the checksum is compared by reading the file once more', () => {
	const kms = (rule: object = {}) => sandbox().faults.add({ target: 's3', kind: 'kmsEtag', crc64: true, ...rule });
	const DELIVERED = (uploadId: unknown) => ({ level: 'info', text: expect.stringContaining(`delivered "a.csv", 5 bytes, upload ID ${uploadId as number} `) });
	const OTHER = (uploadId: unknown) => ({ level: 'warn', text: expect.stringContaining(`is not that of the file: "a.csv" is not confirmed: it may have been delivered (upload ID ${uploadId as number}) `) });

	it('a delivery is told before that, and once', async () => {
		kms();
		const item = { json: {}, binary: { data: await storeBinary('filesystem', Buffer.from('id\n1\n'), { fileName: 'a.csv' }) } };
		const toldAtOpening: number[] = [];
		await replaceParts('filesystem', (whole) => ({
			async getAsStream(id, chunkBytes) {
				toldAtOpening.push(lines.length);
				return await whole.getAsStream(id, chunkBytes);
			},
		}));
		const [{ json }] = await run(FILE_UPLOAD, [item]);
		expect(json.checksum).toBe('crc64nvme');
		// Is it there; sent; read for its checksum.
		expect(toldAtOpening).toEqual([0, 0, 1]);
		expect(lines).toMatchObject([DELIVERED(json.uploadId)]);
	});

	it('so is a checksum of other bytes, and the delivery after it', async () => {
		kms({ crc64: 'wrong' });
		const [{ json }] = await upload(['a.csv']);
		expect(json).toMatchObject({ attempts: 2, checksum: 'md5' });
		expect(lines).toMatchObject([DELIVERED(json.uploadId), OTHER(json.uploadId), DELIVERED(json.uploadId)]);
	});

	it('so is a checksum of other bytes that no try is left after, once', async () => {
		kms({ crc64: 'wrong' });
		await expect(upload(['a.csv'], { options: { maxTries: 1 } })).rejects.toThrow('is not confirmed');
		const [{ uploadId }] = await sandbox().list().then((stored) => stored.slice(-1));
		expect(lines).toMatchObject([DELIVERED(uploadId), OTHER(uploadId)]);
	});
});

it('a file whose MD5 is not that of the storage is delivered when it is, and not before', async () => {
	sandbox().faults.add({ target: 's3', kind: 'wrongEtag' });
	await upload(['a.csv']);
	expect(lines.map(({ level }) => level)).toEqual(['warn', 'info']);
});
