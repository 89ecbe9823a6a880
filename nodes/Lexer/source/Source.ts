import type { IExecuteFunctions } from 'n8n-workflow';

import type { Patience } from '../timing/patience';

/** A Node.js Readable of bytes, as n8n's binary store hands it out. */
export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/** Bytes on their way out of a source: a stream, which is to be destroyed, or what is made of memory as it is asked for. */
export type OpenedSource = ByteStream | AsyncGenerator<Buffer>;

/**
 * What is sent: a named run of bytes whose size is known, and which can be read again for
 * every attempt. The transport knows no more than this about where the bytes come from.
 */
export interface Source {
	name: string;
	sizeBytes: number;
	/** The MIME type announced to S3. */
	contentType: string;
	/**
	 * Opens the bytes from their start.
	 *
	 * @throws StalledError, StoppedError where it has patience
	 */
	open(): Promise<OpenedSource>;
	/** True where each chunk is memory that nobody else refers to. */
	ownsChunks: boolean;
	/** Where its bytes are: on disk, in memory, or where reading and writing costs more than making them again. */
	keptIn: 'disk' | 'memory' | 'elsewhere';
	/** How long its bytes are waited for, once it is open; nothing where they are in memory. */
	patience?: Patience;
}

/** Whether what was opened is a stream, and no generator. */
export function isByteStream(opened: OpenedSource): opened is ByteStream {
	return 'destroy' in opened;
}

/** Lets go of what was opened. Safe at any time, more than once; whatever goes wrong then concerns nobody. */
export function closeSource(opened: OpenedSource): void {
	if (!isByteStream(opened)) {
		opened.return(undefined).catch(() => {});
		return;
	}
	// Unheard, a stream's error would end n8n, and destroying a file that has not been opened yet may make one.
	opened.on('error', () => {});
	opened.destroy();
}
