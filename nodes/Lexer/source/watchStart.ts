import { isByteStream, type OpenedSource, type Source } from './Source';

/**
 * The same source, which shows its first bytes as they pass. Looking for them beforehand would read all
 * of a file twice where n8n keeps files in its database.
 *
 * @param onStart called once, however often the source is read; the bytes are good until it returns
 */
export function watchStart(source: Source, onStart: (start: Uint8Array) => void): Source {
	let isSeen = false;
	const see = (start: Uint8Array) => {
		if (isSeen) return;
		isSeen = true;
		onStart(start);
	};
	return { ...source, open: async () => watched(await source.open(), see) };
}

function watched(opened: OpenedSource, see: (start: Uint8Array) => void): OpenedSource {
	if (!isByteStream(opened)) return passOn(opened, see);
	// A stream that is paused does not begin to flow for a listener: whoever reads it sets the pace.
	opened.pause();
	opened.once('data', see);
	return opened;
}

async function* passOn(opened: AsyncGenerator<Buffer>, see: (start: Uint8Array) => void): AsyncGenerator<Buffer> {
	for await (const chunk of opened) {
		see(chunk);
		yield chunk;
	}
}
