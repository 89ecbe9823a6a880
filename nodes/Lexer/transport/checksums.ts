import { closeSource, type Source } from '../source/Source';
import { takeTurns } from '../timing/turns';
import { onAbort, unlessAborted } from '../timing/onAbort';
import { type Answer, header } from './answers';
import { createCrc64Nvme } from './crc64nvme';

/** How many bytes are added at a time: about half a millisecond's work. */
const PIECE_BYTES = 256 * 1024;

/** By what the bytes in the storage were compared with those of the file; `null`: by nothing. */
export type ComparedBy = 'md5' | 'crc64nvme' | null;

/**
 * Whether S3 reports the MD5 of the bytes that were sent.
 *
 * @param md5 of these, 32 hex digits
 * @returns nothing where either is not known
 */
export function isMd5Stored(answer: Answer, md5: string | null): boolean | undefined {
	const storedMd5 = md5FromETag(answer);
	return md5 === null || storedMd5 === undefined ? undefined : md5 === storedMd5;
}

/**
 * Whether S3 reports the CRC-64/NVME of a file, which proves its bytes where the ETag is no MD5. The file is
 * read once more for it.
 *
 * @param signal ends the comparison: then nothing was compared
 * @param onRead called whenever the file is waited for, and for the first time when it is opened
 * @returns nothing where S3 reports none, and where the file cannot be read any more: that proves nothing
 * against what S3 has confirmed
 */
export async function isCrc64Stored(answer: Answer, source: Source, signal: AbortSignal, onRead: () => void): Promise<boolean | undefined> {
	const storedCrc = header(answer, 'x-amz-checksum-crc64nvme');
	if (storedCrc === undefined) return undefined;
	const crc = await crc64NvmeOf(source, signal, onRead);
	return crc === undefined ? undefined : crc === storedCrc;
}

/**
 * The MD5 that S3 reports. A single PUT's ETag is the MD5 of the bytes unless they are encrypted
 * with KMS or a customer's key; then it says nothing about them.
 */
function md5FromETag(answer: Answer): string | undefined {
	if (/^aws:kms/.test(header(answer, 'x-amz-server-side-encryption') ?? '')) return undefined;
	if (header(answer, 'x-amz-server-side-encryption-customer-algorithm') !== undefined) return undefined;
	return /^"?([0-9a-f]{32})"?$/i.exec(header(answer, 'etag') ?? '')?.[1].toLowerCase();
}

/** A source's CRC-64/NVME; nothing where it cannot be read, or the signal aborts. */
async function crc64NvmeOf(source: Source, signal: AbortSignal, onRead: () => void): Promise<string | undefined> {
	const crc = createCrc64Nvme();
	const nextTurn = takeTurns(undefined);
	onRead();
	const opening = source.open();
	const opened = await unlessAborted(opening, signal).catch(() => undefined);
	if (opened === undefined) {
		opening.then(closeSource, () => {});
		return undefined;
	}
	const close = () => closeSource(opened);
	const stopListening = onAbort(signal, close);
	try {
		for await (const chunk of opened as AsyncIterable<Buffer>) {
			onRead();
			for (let start = 0; start < chunk.length; start += PIECE_BYTES) {
				if (signal.aborted) return undefined;
				crc.update(chunk.subarray(start, start + PIECE_BYTES));
				const turn = nextTurn();
				if (turn) await turn;
			}
		}
		return crc.digest();
	} catch {
		return undefined;
	} finally {
		stopListening();
		close();
	}
}
