import type { Findings } from '../conversion';
import { refuse } from '../findings';
import { isPlainObject, tagOf } from './kinds';

/** What is told of bytes where no text, number or the like can be made of them. */
const NO_BYTES = 'must not be bytes: have the query return it as text';

/** The bytes that a value is: a Buffer of a driver, or what n8n's JSON makes of one. */
export function bytesOf(value: object): Uint8Array | undefined {
	if (value instanceof Uint8Array) return value;
	if (!isBytes(value)) return undefined;
	if (ArrayBuffer.isView(value)) return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
	return isPlainObject(value) ? Uint8Array.from((value as BufferJson).data) : new Uint8Array(value as ArrayBuffer);
}

const BYTE_TAGS = new Set(['Uint8Array', 'Uint8ClampedArray', 'ArrayBuffer', 'SharedArrayBuffer', 'DataView']);

/** Whether a value is bytes, of whatever realm. */
export function isBytes(value: object): boolean {
	return isPlainObject(value) ? isBufferJson(value as Partial<BufferJson>) : BYTE_TAGS.has(tagOf(value));
}

interface BufferJson {
	type: unknown;
	data: number[];
}

function isBufferJson(value: Partial<BufferJson>): boolean {
	return value.type === 'Buffer' && Array.isArray(value.data) && Object.keys(value).length === 2;
}

/** What a BIT(1) of MySQL says; undefined for other bytes. */
export function flagOfBytes(bytes: Uint8Array): boolean | undefined {
	return bytes.length === 1 && bytes[0] <= 1 ? bytes[0] === 1 : undefined;
}

/** The hexadecimal digits of a hash, which databases give as its bytes, or as the bytes of its digits. */
export function hexOfHash(bytes: Uint8Array, hashBytes: number): string | undefined {
	if (bytes.length === hashBytes) return Buffer.from(bytes).toString('hex');
	if (bytes.length !== 2 * hashBytes) return undefined;
	const digits = Buffer.from(bytes).toString('latin1').toLowerCase();
	return /^[0-9a-f]+$/.test(digits) ? digits : undefined;
}

/** Bytes of which nothing can be made are a problem. */
export function refuseBytes(path: string, findings: Findings): undefined {
	return refuse(findings, path, NO_BYTES);
}
