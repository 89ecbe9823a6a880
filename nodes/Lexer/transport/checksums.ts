import { closeSource, type Source } from '../source/Source';
import { takeTurns } from '../timing/turns';
import { onAbort, unlessAborted } from '../timing/onAbort';
import { type Answer, header } from './answers';
import { createCrc64Nvme } from './crc64nvme';

/** How many bytes are added at a time: about half a millisecond's work. */
const PIECE_BYTES = 256 * 1024;

/** By what the bytes in the storage were compared with those of the file; `null`: by nothing. */
export type ComparedBy = 'md5' | 'crc64nvme' | null;

export interface Comparison {
	checksum: ComparedBy;
	isEqual: boolean;
}

/**
 * Compares what S3 reports of an object with what was sent. Where its ETag is no MD5, S3's own CRC-64
 * proves the bytes as well; the file is read once more for it.
 *
 * @param md5 of the bytes that were sent, 32 hex digits
 * @param signal ends the comparison: then nothing was compared
 * @param onRead called whenever the file is waited for, and for the first time when it is opened
 */
export async function compareWithStored(
	answer: Answer,
	source: Source,
	md5: string | null,
	signal: AbortSignal,
	onRead: () => void,
): Promise<Comparison> {
	const storedMd5 = md5FromETag(answer);
	if (md5 !== null && storedMd5 !== undefined) return { checksum: 'md5', isEqual: md5 === storedMd5 };
	const storedCrc = header(answer, 'x-amz-checksum-crc64nvme');
	// A file that cannot be read any more proves nothing against what S3 has confirmed.
	const crc = storedCrc === undefined ? undefined : await crc64NvmeOf(source, signal, onRead);
	return crc === undefined ? { checksum: null, isEqual: true } : { checksum: 'crc64nvme', isEqual: crc === storedCrc };
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
