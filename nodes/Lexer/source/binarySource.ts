import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { base64SizeBytes, decodeBase64 } from './base64';
import { closeSource, type Source } from './Source';

/** How much is read from n8n's binary store at a time; see test/bench for what other sizes cost. */
const CHUNK_BYTES = 1024 * 1024;

const FALLBACK_CONTENT_TYPE = 'application/octet-stream';

/**
 * The source for one of an item's binary files, in whichever mode n8n stores them.
 *
 * @param binary n8n's description of the file: `id` in every mode but memory, where `data` holds base64
 * @param overrides a file name and a MIME type that go before the binary's own
 * @throws where n8n's binary store has no such file
 */
export async function binarySource(
	helpers: IExecuteFunctions['helpers'],
	binary: IBinaryData,
	overrides: { fileName?: string; contentType?: string },
): Promise<Source> {
	const name = overrides.fileName || binary.fileName || '';
	const contentType = overrides.contentType || binary.mimeType || FALLBACK_CONTENT_TYPE;
	const { id } = binary;
	if (id === undefined) {
		const { data } = binary;
		// Decoded when its turn comes, and never as a whole: a run may have thousands of files.
		const sizeBytes = await base64SizeBytes(data);
		return { name, contentType, sizeBytes, ownsChunks: true, keptIn: 'memory', open: async () => decodeBase64(data) };
	}
	// `fileSize` of the binary is prose ("1.2 MB"); the store's metadata has the number.
	const { fileSize } = await helpers.getBinaryMetadata(id);
	const inFileSystem = id.startsWith('filesystem');
	// Metadata may outlive its file. Elsewhere, opening would fetch all of it.
	if (inFileSystem) closeSource(await helpers.getBinaryStream(id));
	return {
		name,
		contentType,
		// n8n 1.x does not say that it is a number.
		sizeBytes: typeof binary.bytes === 'number' ? binary.bytes : fileSize,
		// n8n's file system store reads every chunk into a buffer of its own.
		ownsChunks: inFileSystem,
		keptIn: inFileSystem ? 'disk' : 'elsewhere',
		open: async () => await helpers.getBinaryStream(id, CHUNK_BYTES),
	};
}
