import { onAbort } from '../timing/onAbort';
import { pause } from '../timing/pause';
import { networkCause } from './networkFailure';

/** More than any answer of Lexer's API or of S3 to a PUT: theirs have a few hundred bytes. */
const MAX_ANSWER_BYTES = 64 * 1024;

/** How a body ended: whole, longer than is read, cut off (by the connection or the clock), or not decompressible. */
export type BodyEnd = 'whole' | 'tooLong' | 'cut' | 'damaged';

export interface AnswerBody {
	text: string;
	end: BodyEnd;
}

/** What is used of a Node.js Readable. */
interface Readable {
	on(event: string, listener: (value: never) => void): unknown;
	destroy(): unknown;
}

/**
 * Reads an answer's body as far as it is of use, and closes it.
 *
 * @param body a Readable; anything else, as a stand-in for n8n's HTTP client may give it, is taken as text
 * @param timeoutMs the body counts as cut off where it has not ended by then
 * @param lastWords where the body says these, it counts as whole: nothing of use follows
 */
export async function readAnswerBody(body: unknown, timeoutMs: number, signal: AbortSignal, lastWords?: string): Promise<AnswerBody> {
	if (!isReadable(body)) return { text: String(body ?? '').slice(0, MAX_ANSWER_BYTES), end: 'whole' };
	const chunks: Buffer[] = [];
	let sizeBytes = 0;
	let tail = '';
	const read = new AbortController();
	const end = await new Promise<BodyEnd>((resolve) => {
		body.on('data', (chunk: Buffer | string) => {
			const bytes = Buffer.from(chunk);
			sizeBytes += bytes.length;
			// What was on its way when the limit was reached must not pile up.
			if (sizeBytes > MAX_ANSWER_BYTES) return resolve('tooLong');
			chunks.push(bytes);
			if (lastWords === undefined) return;
			tail += bytes.toString('latin1');
			if (tail.includes(lastWords)) resolve('whole');
			tail = tail.slice(-lastWords.length);
		});
		body.on('end', () => resolve('whole'));
		body.on('error', (error) => resolve(networkCause(error) === 'answerDamaged' ? 'damaged' : 'cut'));
		body.on('close', () => resolve('cut'));
		onAbort(signal, () => resolve('cut'));
		void pause(timeoutMs, read.signal).then(() => resolve('cut'));
	});
	read.abort();
	body.destroy();
	return { text: Buffer.concat(chunks).toString(), end };
}

/** Closes the body of an answer that nobody waits for any more. */
export function dropAnswerBody(body: unknown): void {
	if (!isReadable(body)) return;
	// Unheard, an error of the closing stream would end n8n.
	body.on('error', () => {});
	body.destroy();
}

function isReadable(body: unknown): body is Readable {
	return typeof body === 'object' && body !== null && 'on' in body && 'destroy' in body && typeof body.destroy === 'function';
}
