import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { ask, put, until, uploadUrl } from './client.cjs';

const CLI = join(__dirname, 'cli.js');
const environment = { ...process.env, S3_ENDPOINT: '' };

interface Address {
	apiUrl: string;
	token: string;
	s3Url: string;
}

const started: ChildProcess[] = [];
afterEach(() => started.splice(0).forEach((child) => child.kill('SIGKILL')));

/** Starts the command and collects what it prints. */
function start(...args: string[]) {
	const child = spawn(process.execPath, [CLI, ...args], { env: environment });
	started.push(child);
	const output = { text: '', errors: '' };
	child.stdout.on('data', (chunk) => (output.text += chunk));
	child.stderr.on('data', (chunk) => (output.errors += chunk));
	return { child, output, exit: once(child, 'exit') };
}

describe('npm run sandbox', () => {
	it('tells people what to put where, and a line for each request', async () => {
		const { child, output, exit } = start('--token', 'my-token');
		await until(() => output.text.includes('Requests, as they end'));
		expect(output.text).toContain('API Token   my-token');
		const apiUrl = /Base URL +(\S+)/.exec(output.text)![1];
		const { id, url } = await uploadUrl({ apiUrl, token: 'my-token' }, 'people.csv');
		await put(url, 'x');
		await until(() => output.text.includes('stored'));
		expect(output.text).toMatch(new RegExp(`upload ${id}  upload URL for "people.csv"  HTTP 201\n`));
		expect(output.text).toMatch(new RegExp(`upload ${id}  stored "people.csv"  1 bytes  MD5 9dd4e461268c8034f5c8564e155c67a6  HTTP 200\n`));
		child.kill('SIGINT');
		expect(await exit).toEqual([0, null]);
	});

	it('tells machines one line of JSON first, and no secret afterwards', async () => {
		const { output } = start('--json', '--discard');
		await until(() => output.text.includes('\n'));
		const address = JSON.parse(output.text.split('\n')[0]) as Address;
		expect(Object.keys(address)).toEqual(['apiUrl', 'token', 's3Url']);
		const { url } = await uploadUrl(address);
		await put(url, 'x');
		await until(() => output.text.includes('"stored":true'));
		expect(output.text.split(address.token)).toHaveLength(2);
		expect(output.text).not.toContain('X-Amz-Signature');
		expect(JSON.parse((await ask(`${address.apiUrl}/_sandbox/objects`)).text)).toMatchObject([{ sizeBytes: 1, kept: false }]);
	});

	it('listens where it is told', async () => {
		const first = start('--json');
		await until(() => first.output.text.includes('\n'));
		const { apiUrl, s3Url } = JSON.parse(first.output.text) as Address;
		first.child.kill();
		await first.exit;
		const [port, s3Port] = [apiUrl, s3Url].map((url) => new URL(url).port);
		const again = start('--json', '--port', port, '--s3-port', s3Port);
		await until(() => again.output.text.includes('\n'));
		expect(JSON.parse(again.output.text)).toMatchObject({ apiUrl, s3Url });
	});

	it('tells its address to the process that forked it, and ends with it', async () => {
		const child = fork(CLI, [], { env: environment, silent: true });
		started.push(child);
		const [address] = (await once(child, 'message')) as [Address];
		expect((await uploadUrl(address)).url).toContain(address.s3Url);
		const exit = once(child, 'exit');
		child.disconnect();
		expect(await exit).toEqual([0, null]);
	});

	it('explains itself', async () => {
		const { output, exit } = start('--help');
		expect(await exit).toEqual([0, null]);
		expect(output.text).toContain('--bytes-per-second');
	});

	it.each([
		['an unknown option', ['--speed', '1'], '--speed'],
		['a number that is none', ['--port', 'x'], '--port must be a whole number'],
		['no speed', ['--bytes-per-second', '0'], '--bytes-per-second must be a whole number'],
	])('fails with %s', async (_, args, message) => {
		const { output, exit } = start(...args);
		expect(await exit).toEqual([1, null]);
		expect(output.errors).toContain(message);
	});
});
