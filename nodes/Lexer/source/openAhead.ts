import { unlessAborted } from '../timing/onAbort';
import { patiently } from '../timing/patience';
import { StoppedError } from '../timing/turns';
import { type ByteStream, closeSource, isByteStream, type OpenedSource, type Source } from './Source';

/** A source whose first bytes are there. */
interface Ready {
	/** The source itself; the first to open it gets what was opened ahead. */
	source: Source;
	/** Lets go of what nobody has opened. */
	close: () => void;
}

/**
 * Opens a source, and waits for its first bytes, where its store may take long over them. S3 gives up a
 * request that sends nothing for about 20 s (RequestTimeout), so the request must not be there before the bytes.
 *
 * @param signal ends the wait
 * @param onWait called when it is waited for: first until it is open, then for its bytes
 * @throws StalledError, StoppedError; what the source throws
 */
export async function openAhead(source: Source, signal: AbortSignal, onWait: () => void): Promise<Ready> {
	if (source.keptIn !== 'elsewhere') return { source, close: () => {} };
	onWait();
	const opening = source.open();
	opening.catch(() => {});
	const opened = await unlessAborted(opening, signal);
	if (opened === undefined) {
		opening.then(closeSource, () => {});
		throw new StoppedError();
	}
	onWait();
	let isReady = false;
	try {
		const first = patiently(isByteStream(opened) ? readable(opened) : begin(opened), source.patience);
		await unlessAborted(first, signal);
		if (signal.aborted) throw new StoppedError();
		isReady = true;
	} finally {
		if (!isReady) closeSource(opened);
	}
	return handOut(source, opened);
}

function handOut(source: Source, opened: OpenedSource): Ready {
	let ahead: OpenedSource | undefined = opened;
	const take = () => {
		const taken = ahead;
		ahead = undefined;
		return taken;
	};
	const close = () => {
		const left = take();
		if (left) closeSource(left);
	};
	return { source: { ...source, open: async () => take() ?? (await source.open()) }, close };
}

/** Waits until a stream has bytes, or has ended; it keeps them. */
async function readable(stream: ByteStream): Promise<void> {
	if (stream.destroyed || stream.readableEnded) return;
	await new Promise<void>((resolve, reject) => {
		// Without its last listener for this, a stream that somebody looks at (`watchStart`) would begin to flow.
		stream.on('readable', resolve);
		stream.once('end', resolve);
		stream.once('close', resolve);
		stream.once('error', reject);
	});
}

/** Has a generator make its first bytes, which it then gives out first. */
async function begin(chunks: AsyncGenerator<Buffer>): Promise<void> {
	const next = chunks.next.bind(chunks);
	let first: IteratorResult<Buffer> | undefined = await next();
	chunks.next = async () => {
		const step = first ?? (await next());
		first = undefined;
		return step;
	};
}
