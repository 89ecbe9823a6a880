import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How many sockets, timers and file descriptors this process holds. */
function count() {
	const resources = process.getActiveResourcesInfo();
	const ofKind = (pattern: RegExp) => resources.filter((name) => pattern.test(name)).length;
	const descriptors = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0;
	return { sockets: ofKind(/TCP|TLS/), timers: ofKind(/^Timeout$/), files: ofKind(/FSReq|FileHandle/), descriptors };
}

/** Remembers what is open now; `left()` tells what is open beyond that once the dust has settled. */
export function watchOpenThings() {
	const before = count();
	return {
		async left(): Promise<string[]> {
			// Closing a socket or a file takes a few turns of the event loop.
			for (let turn = 0; turn < 100; turn++) {
				if (beyond(before).length === 0) return [];
				await sleep(20);
			}
			return beyond(before);
		},
	};
}

function beyond(before: ReturnType<typeof count>): string[] {
	const now = count();
	return (Object.keys(now) as Array<keyof typeof now>)
		.filter((kind) => now[kind] > before[kind])
		.map((kind) => `${now[kind] - before[kind]} ${kind} left open`);
}
