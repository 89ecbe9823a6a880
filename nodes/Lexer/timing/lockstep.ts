import { pause } from './pause';

/** By then one side has heard of what ended the other. */
const CAUSE_MS = 100;

/** What compresses or decompresses: CompressionStream and its like. */
interface Transformer {
	readable: ReadableStream<Uint8Array>;
	writable: WritableStream<Uint8Array>;
}

/**
 * Gives a transformer's output, and the transformer its input only while nobody has output left to
 * read. By themselves the platform's streams count chunks and not bytes: piped through one, a source is
 * read up to 16,384 chunks ahead (measured on Node 20), which is all of most files, in memory.
 *
 * @param pieces such that little comes of each: that is kept until it is read
 * @throws what the pieces or the transformer throw
 */
export async function* inLockstep(pieces: AsyncIterable<Uint8Array>, { readable, writable }: Transformer): AsyncGenerator<Uint8Array> {
	const input = pieces[Symbol.asyncIterator]();
	const reader = readable.getReader();
	const writer = writable.getWriter();
	// An error comes out of reading and of writing; whichever is first is told.
	for (const end of [reader.closed, writer.closed, writer.ready]) end.catch(() => {});
	let writing: Promise<void> | undefined;
	const writeNext = async () => {
		const { value, done } = await input.next();
		await (done ? writer.close() : writer.write(value)).catch(async (error: unknown) => {
			throw await causeOf(error);
		});
		if (!done) writing = undefined;
	};
	/** Why nothing more can be written: Node 24 says only that it cannot, and on the other side what was wrong. */
	const causeOf = async (error: unknown): Promise<unknown> =>
		await Promise.race([
			reader.closed.then(() => error).catch((cause: unknown) => cause),
			pause(CAUSE_MS, new AbortController().signal).then(() => error),
		]);
	try {
		for (;;) {
			const reading = reader.read();
			reading.catch(() => {});
			let result: Awaited<typeof reading> | undefined;
			while (result === undefined) {
				writing ??= writeNext();
				writing.catch(() => {});
				result = (await Promise.race([reading, writing])) ?? (writing === undefined ? undefined : await reading);
			}
			if (result.done) return;
			yield result.value;
		}
	} finally {
		// Aborting ends both sides. Cancelled as well, Node 20 closes one of them twice, and throws where nobody can catch it.
		// A source that has stalled would never say that it is closed, so nothing is waited for.
		for (const end of [writer.abort(), input.return?.(undefined)]) end?.catch(() => {});
	}
}
