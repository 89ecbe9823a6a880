import type { Source } from './Source';

/** All bytes of a source, some at a time. */
export async function* readSource(source: Source): AsyncGenerator<Uint8Array> {
	const opened = await source.open();
	yield* opened;
}
