import { ask, askForUrl, put } from './client.cjs';
import { startRecorder, startSandbox } from './index.js';

describe('the recorder', () => {
	it('keeps what it is sent', async () => {
		const recorder = await startRecorder();
		expect(await put(`${recorder.url}/a?b=1`, 'the body', { 'Auth-Api-Token': 'secret', Expect: '100-continue' })).toMatchObject({
			status: 200, text: '{}', continued: true,
		});
		expect(recorder.requests).toMatchObject([
			{ method: 'PUT', url: '/a?b=1', headers: { 'auth-api-token': 'secret' }, body: 'the body', receivedBytes: 8 },
		]);
		await recorder.close();
	});

	it('answers what it is told, and keeps the beginning of much', async () => {
		const recorder = await startRecorder({ status: 418, headers: { 'X-Pot': 'tea' }, body: 'no' });
		expect(await put(recorder.url, Buffer.alloc(1_000_000, 'x'))).toMatchObject({ status: 418, headers: { 'x-pot': 'tea' }, text: 'no' });
		expect(recorder.requests[0]).toMatchObject({ receivedBytes: 1_000_000, body: 'x'.repeat(64 * 1024) });
		await recorder.close();
	});

	it('is where a redirect of the API leads, and sees whether somebody takes a token along', async () => {
		const [recorder, sandbox] = await Promise.all([startRecorder(), startSandbox({ s3: null })]);
		sandbox.faults.add({ target: 'api', kind: 'redirect', location: `${recorder.url}/v1/uploads` });
		const { headers } = await askForUrl(sandbox, { filename: 'a.csv' });
		expect(recorder.requests).toEqual([]);
		await ask(String(headers.location), { method: 'POST', headers: { 'Auth-Api-Token': sandbox.token }, body: '{}' });
		expect(recorder.requests.map((request) => request.headers['auth-api-token'])).toEqual([sandbox.token]);
		await Promise.all([recorder.close(), sandbox.close()]);
	});
});
