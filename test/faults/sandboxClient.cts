import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import type { ProxyRule } from '../sandbox/proxy.js';
import type { Fault } from './scenario.cjs';

export interface SandboxClient {
	process: ChildProcess;
	apiUrl: string;
	token: string;
	addFaults(rules: Fault[]): Promise<void>;
	/** What goes wrong with the next connections to the real S3, in place of what was left of earlier ones. */
	setProxyFaults(rules: ProxyRule[]): Promise<void>;
	stored(uploadId: unknown): Promise<{ sizeBytes: number; md5: string; fileName: string } | undefined>;
	/** Everything that is stored. */
	storedFiles(): Promise<Array<{ uploadId: number; fileName: string; md5: string }>>;
	/** What was asked of both halves, oldest first. */
	requests(): Promise<SeenRequest[]>;
	/** Forgets the faults that were not met, and the requests. */
	clear(): Promise<void>;
	setRateLimit(limit: { requests: number; perMs: number; sliding?: boolean } | null): Promise<void>;
	/** Requests that carried a secret to the storage. */
	leaks(): Promise<number>;
	close(): Promise<void>;
}

export interface SeenRequest {
	target: 'api' | 's3';
	headers: Record<string, string>;
	status?: number;
	fault?: string;
	stored?: boolean;
	receivedBytes: number;
	fileName?: string;
}

/** Starts the sandbox in a process of its own, in front of a real S3 where one is given. */
export async function startSandboxProcess(s3?: Record<string, string>): Promise<SandboxClient> {
	const child = fork(join(__dirname, 'sandboxProcess.js'), { env: { ...process.env, SANDBOX_S3: JSON.stringify(s3 ?? null) } });
	const [{ ready }] = await once(child, 'message');
	const pending = new Map<number, { resolve: (value: never) => void; reject: (error: Error) => void }>();
	child.on('message', ({ id, result, error }: { id: number; result: never; error?: string }) => {
		const call = pending.get(id);
		pending.delete(id);
		if (error === undefined) call?.resolve(result);
		else call?.reject(new Error(error));
	});
	let lastId = 0;
	const call = async (action: string, argument?: unknown) =>
		await new Promise<never>((resolve, reject) => {
			pending.set(++lastId, { resolve, reject });
			child.send({ id: lastId, action, argument });
		});
	return {
		...ready,
		process: child,
		addFaults: async (rules) => await call('addFaults', rules),
		setProxyFaults: async (rules) => await call('setProxyFaults', rules),
		stored: async (uploadId) => await call('stored', uploadId),
		storedFiles: async () => await call('storedFiles'),
		requests: async () => await call('requests'),
		clear: async () => await call('clear'),
		setRateLimit: async (limit) => await call('setRateLimit', limit),
		leaks: async () => await call('leaks'),
		async close() {
			child.disconnect();
			await once(child, 'exit');
		},
	};
}
