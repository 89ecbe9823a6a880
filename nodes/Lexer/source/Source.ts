import type { IExecuteFunctions } from 'n8n-workflow';

/** A Node.js Readable of bytes, as n8n's binary store hands it out. */
export type ByteStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

/**
 * What is sent: a named run of bytes whose size is known, and which can be read again for
 * every attempt. The transport knows no more than this about where the bytes come from.
 */
export interface Source {
	name: string;
	sizeBytes: number;
	/** The MIME type announced to S3. */
	contentType: string;
	/** Opens the bytes from their start: a stream that the caller destroys, or what is in memory, in pieces. */
	open(): Promise<ByteStream | Buffer[]>;
	/** True where each chunk of the stream is memory that nobody else refers to. */
	ownsChunks: boolean;
}
