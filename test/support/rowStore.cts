import { Readable } from 'node:stream';

/**
 * A byte store that behaves as n8n's for the `database` mode does: each file is one row, read whole,
 * and its stream is one chunk of everything.
 */
export function createRowStore() {
	const rows = new Map<string, Buffer>();
	return {
		async write(key: string, body: Buffer | Readable) {
			const bytes = Buffer.isBuffer(body) ? body : Buffer.concat(await body.toArray());
			rows.set(key, bytes);
			return bytes.length;
		},
		read: async (key: string) => rows.get(key) ?? null,
		async readStream(key: string) {
			const bytes = rows.get(key);
			return bytes === undefined ? null : Readable.from([bytes], { objectMode: false });
		},
		async copy(source: string, target: string) {
			rows.set(target, rows.get(source)!);
		},
		async rename(source: string, target: string) {
			rows.set(target, rows.get(source)!);
			rows.delete(source);
		},
		async deletePrefix(prefix: string) {
			for (const key of rows.keys()) if (key.startsWith(prefix)) rows.delete(key);
		},
		async delete(keys: string[]) {
			for (const key of keys) rows.delete(key);
		},
	};
}
