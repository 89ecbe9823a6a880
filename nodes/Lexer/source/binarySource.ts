import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { type Patience, patiently } from '../timing/patience';
import { base64SizeBytes, decodeBase64 } from './base64';
import { countBytes } from './countBytes';
import { readSource } from './readSource';
import { closeSource, type Source } from './Source';

/** How much is read from n8n's binary store at a time; see test/bench for what other sizes cost. */
const CHUNK_BYTES = 1024 * 1024;

const FALLBACK_CONTENT_TYPE = 'application/octet-stream';

/**
 * The longest file that n8n gives of its database, in bytes. PostgreSQL's driver gets it as a text of
 * two characters a byte after "\\x", and the longest text in Node has 0x1fffffe8 characters; beyond it, the
 * read neither ends nor fails, and takes one of n8n's few connections to its database with it.
 */
const MAX_DATABASE_BYTES = (0x1fffffe8 - 2) / 2;

/** What n8n writes in the place of base64 where a file is in one of its stores. */
const STORE_NAME = /^(filesystem(-v2)?|database|s3|azure)$/;

/** What is not in base64, of either alphabet, nor between its lines. */
const NOT_BASE64 = /[^\w+/=\s-]/;

/** Thrown for a file that is in none of n8n's stores, and in no base64. Read all the same, it would be other bytes. */
export class NoBytesError extends Error {}

/** Thrown for a file that n8n has stored and cannot give. */
export class TooLargeForDatabaseError extends Error {}

/**
 * The source for one of an item's binary files, in whichever mode n8n stores them.
 *
 * @param binary n8n's description of the file: `id` in every mode but memory, where it is missing or empty and `data` holds base64
 * @param overrides a file name and a MIME type that go before the binary's own
 * @param patience how long the store is waited for
 * @throws where n8n's binary store has no such file; NoBytesError, TooLargeForDatabaseError, UnreadableError, StalledError, StoppedError
 */
export async function binarySource(
	helpers: IExecuteFunctions['helpers'],
	binary: IBinaryData,
	overrides: { fileName?: string; contentType?: string },
	patience: Patience | undefined,
): Promise<Source> {
	const name = overrides.fileName || asText(binary.fileName);
	const contentType = overrides.contentType || asText(binary.mimeType) || FALLBACK_CONTENT_TYPE;
	const { id } = binary;
	// n8n itself takes an empty ID for none.
	if (!id) {
		const data: unknown = binary.data;
		if (!isBase64(data)) throw new NoBytesError();
		// Decoded when its turn comes, and never as a whole: a run may have thousands of files.
		const sizeBytes = await base64SizeBytes(data);
		return { name, contentType, sizeBytes, ownsChunks: true, keptIn: 'memory', open: async () => decodeBase64(data) };
	}
	// `fileSize` of the binary is prose ("1.2 MB"); the store's metadata has the number, if anything has.
	const { fileSize } = await patiently(helpers.getBinaryMetadata(id), patience);
	const toldBytes = [binary.bytes, fileSize].find(isSize);
	if (id.startsWith('database:') && (toldBytes ?? 0) > MAX_DATABASE_BYTES) throw new TooLargeForDatabaseError();
	const open = async (chunkBytes?: number) =>
		await patiently(helpers.getBinaryStream(id, chunkBytes), patience, { dispose: closeSource });
	const inFileSystem = id.startsWith('filesystem');
	// Metadata may outlive its file. Elsewhere, opening would fetch all of it.
	if (inFileSystem) closeSource(await open());
	const source: Source = {
		name,
		contentType,
		sizeBytes: toldBytes ?? 0,
		// n8n's file system store reads every chunk into a buffer of its own.
		ownsChunks: inFileSystem,
		keptIn: inFileSystem ? 'disk' : 'elsewhere',
		open: async () => await open(CHUNK_BYTES),
		patience,
	};
	return toldBytes === undefined ? { ...source, sizeBytes: await countBytes(readSource(source)) } : source;
}

/** What a description says, which code may have made: a number is the text that it is written as, and what is no text is none. */
function asText(value: unknown): string {
	return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** Whether this can be a file in memory, by how it begins. */
function isBase64(data: unknown): data is string {
	return typeof data === 'string' && !STORE_NAME.test(data) && !NOT_BASE64.test(data.slice(0, 100));
}

/** Whether this tells the size of a file: 0 is also what n8n puts where a store did not tell it one. */
function isSize(value: unknown): value is number {
	return Number.isSafeInteger(value) && Number(value) > 0;
}
