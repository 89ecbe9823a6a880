import type { Findings } from './conversion';

/** What is told of bytes where no text, number or the like can be made of them. */
const NO_BYTES = 'must not be bytes: have the query return it as text';

/** The bytes that a value is: a Buffer of a driver, or what n8n's JSON makes of one. */
export function bytesOf(value: object): Uint8Array | undefined {
	if (value instanceof Uint8Array) return value;
	const { type, data } = value as { type?: unknown; data?: unknown };
	return type === 'Buffer' && Array.isArray(data) ? Uint8Array.from(data as number[]) : undefined;
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
	findings.problems.push({ path, rule: NO_BYTES });
	return undefined;
}
