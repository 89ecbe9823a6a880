import { joinedCrc32 } from './crc32';
import { lastBlockOf } from './lastBlock';

/** What a gzip file has before and behind its data where it names no file (RFC 1952, section 2.3). */
const HEADER_BYTES = 10;
const TRAILER_BYTES = 8;

/** A last block with nothing in it. */
const LAST_BLOCK = Buffer.from([0x03, 0x00]);

/** A block with nothing in it that is stored as it is, from a byte's beginning: where a file may go on. */
const STORED_NOTHING = Buffer.from([0x00, 0x00, 0xff, 0xff]);

/** The bits of a block's head. */
const HEAD_BITS = 3;

/**
 * Joins gzip files to one. Behind each other as they are, they would be a gzip file as well, but one of
 * which many programs read only the first part, some without a word. So their data are joined: in each the last
 * block is no longer marked as such, and an empty one fills its last byte.
 */
export function joinedGzip() {
	let crc32 = 0;
	let sizeBytes = 0;
	let hasBegun = false;
	return {
		/**
		 * The next file's part of the whole, made in the file's own memory.
		 *
		 * @param file with a header of the shortest form, as CompressionStream writes it
		 * @throws Error where it is damaged
		 */
		part(file: Buffer): Buffer[] {
			const data = file.subarray(HEADER_BYTES, -TRAILER_BYTES);
			const { startBit, endBit } = lastBlockOf(data);
			if (Math.ceil(endBit / 8) !== data.length) throw new Error('Gzip data go on behind their last block');
			const fileBytes = file.readUInt32LE(file.length - 4);
			crc32 = joinedCrc32(crc32, file.readUInt32LE(file.length - TRAILER_BYTES), fileBytes);
			sizeBytes += fileBytes;
			data[startBit >>> 3] &= ~(1 << (startBit & 7));
			const bitsLeft = data.length * 8 - endBit;
			const filling = bitsLeft < HEAD_BITS ? [Buffer.alloc(1), STORED_NOTHING] : [STORED_NOTHING];
			const header = hasBegun ? [] : [file.subarray(0, HEADER_BYTES)];
			hasBegun = true;
			return [...header, data, ...filling];
		},
		/** What follows the last part. */
		end(): Buffer {
			const trailer = Buffer.alloc(TRAILER_BYTES);
			trailer.writeUInt32LE(crc32);
			trailer.writeUInt32LE(sizeBytes % 2 ** 32, 4);
			return Buffer.concat([LAST_BLOCK, trailer]);
		},
	};
}
