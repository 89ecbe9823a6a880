import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { type Patience, patiently } from '../timing/patience';
import { fromStore } from './readSource';
import { type ByteStream, closeSource } from './Source';

/** Makes bytes of bytes: the same of the same, however often. */
export type Transform = (bytes: AsyncIterable<Uint8Array>) => AsyncGenerator<Buffer>;

/** What is made of a source: its name and its MIME type. */
export interface Made {
	name: string;
	contentType: string;
}

/**
 * A stream of what is made of another one: of its class, as a community node may not import Node's. Composed with the other
 * (`compose`), it emits errors that nobody can listen to where either end fails.
 */
function streamOf(made: AsyncIterable<Buffer>, { constructor }: ByteStream): ByteStream {
	return (constructor as unknown as { from(chunks: AsyncIterable<Buffer>): ByteStream }).from(made);
}

/**
 * Writes what a transform makes of a stream into n8n's binary store. n8n offers no way to delete it: it
 * goes with the execution's other binary data.
 *
 * @param patience how long the store is waited for, in reading and in writing
 * @throws what the transform and the store throw; UnreadableError, StalledError, StoppedError
 */
export async function spool(
	helpers: IExecuteFunctions['helpers'],
	opened: ByteStream,
	patience: Patience | undefined,
	transform: Transform,
	as: Made,
): Promise<IBinaryData> {
	let moves = 0;
	const input = opened[Symbol.asyncIterator]() as AsyncIterator<Uint8Array>;
	const next = async () => {
		const step = await fromStore(patiently(input.next(), patience));
		moves++;
		return step;
	};
	async function* made() {
		for await (const piece of transform({ [Symbol.asyncIterator]: () => ({ next }) })) {
			yield piece;
			moves++;
		}
	}
	const transformed = streamOf(made(), opened);
	// Heard from the start: an error that nobody listens to would end n8n.
	const failed = new Promise<never>((_, reject) => transformed.on('error', reject));
	try {
		const stored = helpers.prepareBinaryData(transformed, as.name, as.contentType);
		return await Promise.race([patiently(stored, patience, { moves: () => moves }), failed]);
	} finally {
		// The store writes nothing more for a run that is over.
		closeSource(transformed);
		closeSource(opened);
	}
}
