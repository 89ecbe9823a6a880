import type { IExecuteFunctions } from 'n8n-workflow';

import type { Source } from '../source/Source';
import type { Meter } from '../transport/meter';
import { pause } from '../timing/pause';

const REPORT_EVERY_MS = 10_000;
const MIB = 1024 * 1024;

/** Tells how far long uploads are: to n8n's log, and in manual runs to the editor. */
export interface Progress {
	/** Follows a source's current attempt. */
	follow(source: Source, meter: Meter): void;
	/** The source is done, whatever came of it. */
	forget(source: Source): void;
}

/** @param done ends the reports when it aborts */
export function reportProgress(context: IExecuteFunctions, done: AbortSignal): Progress {
	const inFlight = new Map<Source, Meter>();
	const report = async () => {
		while (!done.aborted) {
			await pause(REPORT_EVERY_MS, done);
			if (done.aborted) return;
			for (const [source, meter] of inFlight) {
				const text = progressText(source, meter.sentBytes);
				context.logger.info(text);
				context.sendMessageToUI(text);
			}
		}
	};
	void report();
	return {
		follow: (source, meter) => inFlight.set(source, meter),
		forget: (source) => inFlight.delete(source),
	};
}

function progressText({ name, sizeBytes }: Source, sentBytes: number): string {
	const percent = sizeBytes === 0 ? 100 : Math.floor((100 * sentBytes) / sizeBytes);
	return `Lexer: ${name}: ${Math.round(sentBytes / MIB)} of ${Math.round(sizeBytes / MIB)} MiB sent (${percent}%)`;
}
