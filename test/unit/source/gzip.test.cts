import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';

import { gzip } from '../../../nodes/Lexer/source/gzip';

const ROWS = Buffer.from(Array.from({ length: 150_000 }, (_, row) => `{"link":{"customer_id":"${(row * 7919) % 100_003}"},"row":${row}}\n`).join(''));

/** Chunks whose memory is used again for the next, as that of a stream may be. */
async function* inChunks(sizes: number[]): AsyncGenerator<Buffer> {
	const memory = Buffer.alloc(Math.max(...sizes));
	for (let at = 0, index = 0; at < ROWS.length; index++) {
		const chunk = ROWS.subarray(at, at + sizes[index % sizes.length]);
		memory.set(chunk);
		yield memory.subarray(0, chunk.length);
		at += chunk.length;
	}
}

async function compress(sizes: number[]): Promise<Buffer> {
	const parts: Buffer[] = [];
	for await (const part of gzip(inChunks(sizes), false)) parts.push(part);
	return Buffer.concat(parts);
}

it('makes the same of the same bytes, however they come: what n8n keeps in S3 is compressed once for its size, and again while it is sent', async () => {
	const whole = await compress([ROWS.length]);
	expect(gunzipSync(whole).equals(ROWS)).toBe(true);
	for (const sizes of [[65_536], [16_384, 1, 40_000], [1_500_000, 3]]) expect((await compress(sizes)).equals(whole)).toBe(true);
});

it("gives n8n's other work its turn between pieces that are compressed at the same time", async () => {
	// All that has been compressed comes at once, as it does where n8n was busy meanwhile.
	const waiting: Array<() => void> = [];
	const Platform = CompressionStream;
	globalThis.CompressionStream = function () {
		const { readable, writable } = new Platform('gzip');
		const whole = new Response(readable).arrayBuffer();
		const start = async (controller: ReadableStreamDefaultController) => {
			const bytes = new Uint8Array(await whole);
			await new Promise<void>((resolve) => {
				waiting.push(resolve);
				if (waiting.length >= 3) for (const go of waiting) go();
			});
			controller.enqueue(bytes);
			controller.close();
		};
		return { readable: new ReadableStream({ start }), writable };
	} as never;
	// By this clock all work takes long.
	let nowMs = 0;
	const clock = jest.spyOn(performance, 'now').mockImplementation(() => (nowMs += 30));
	let turns = 0;
	const count = () => {
		turns++;
		ticking = setImmediate(count);
	};
	let ticking = setImmediate(count);
	const turnsAt: number[] = [];
	try {
		const random = randomBytes(6 * 1024 * 1024);
		for await (const part of gzip((async function* () { yield random; })(), false)) if (part.length > 1024) turnsAt.push(turns);
	} finally {
		globalThis.CompressionStream = Platform;
		clock.mockRestore();
		clearImmediate(ticking);
	}
	expect(turnsAt).toHaveLength(3);
	expect(new Set(turnsAt).size).toBe(3);
});
