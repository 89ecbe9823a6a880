import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { type Patience, patiently } from '../timing/patience';
import { base64SizeBytes, decodeBase64 } from './base64';
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

/** Thrown for a file that n8n has stored and cannot give. */
export class TooLargeForDatabaseError extends Error {}

/**
 * The source for one of an item's binary files, in whichever mode n8n stores them.
 *
 * @param binary n8n's description of the file: `id` in every mode but memory, where it is missing or empty and `data` holds base64
 * @param overrides a file name and a MIME type that go before the binary's own
 * @param patience how long the store is waited for
 * @throws where n8n's binary store has no such file; TooLargeForDatabaseError, StalledError, StoppedError
 */
export async function binarySource(
	helpers: IExecuteFunctions['helpers'],
	binary: IBinaryData,
	overrides: { fileName?: string; contentType?: string },
	patience: Patience | undefined,
): Promise<Source> {
	const name = overrides.fileName || binary.fileName || '';
	const contentType = overrides.contentType || binary.mimeType || FALLBACK_CONTENT_TYPE;
	const { id } = binary;
	// n8n itself takes an empty ID for none.
	if (!id) {
		const { data } = binary;
		// Decoded when its turn comes, and never as a whole: a run may have thousands of files.
		const sizeBytes = await base64SizeBytes(data);
		return { name, contentType, sizeBytes, ownsChunks: true, keptIn: 'memory', open: async () => decodeBase64(data) };
	}
	// `fileSize` of the binary is prose ("1.2 MB"); the store's metadata has the number.
	const { fileSize } = await patiently(helpers.getBinaryMetadata(id), patience);
	// n8n 1.x does not say that it is a number.
	const sizeBytes = typeof binary.bytes === 'number' ? binary.bytes : fileSize;
	if (id.startsWith('database:') && sizeBytes > MAX_DATABASE_BYTES) throw new TooLargeForDatabaseError();
	const open = async (chunkBytes?: number) =>
		await patiently(helpers.getBinaryStream(id, chunkBytes), patience, { dispose: closeSource });
	const inFileSystem = id.startsWith('filesystem');
	// Metadata may outlive its file. Elsewhere, opening would fetch all of it.
	if (inFileSystem) closeSource(await open());
	return {
		name,
		contentType,
		sizeBytes,
		// n8n's file system store reads every chunk into a buffer of its own.
		ownsChunks: inFileSystem,
		keptIn: inFileSystem ? 'disk' : 'elsewhere',
		open: async () => await open(CHUNK_BYTES),
		patience,
	};
}
