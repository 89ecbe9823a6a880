import type { IExecuteFunctions } from 'n8n-workflow';

import { hintAtDelivery } from '../outcomes/deliveryHints';
import { asNodeError, deliveryError } from '../outcomes/errors';
import { receiptJson } from '../outcomes/receiptJson';
import { readConcurrency } from '../parameters/transferOptions';
import { StoppedError } from '../timing/turns';
import { inParallel } from '../transport/inParallel';
import type { Connection } from '../transport/askForUploadUrl';
import { uploadFile, type UploadOutcome } from '../transport/uploadFile';
import { connect, followCancel } from './connect';
import { deliveryLog } from './deliveryLog';
import type { Job, Parcel, Result } from './Job';
import { type Progress, reportProgress } from './progress';
import { stopSummary } from './stopSummary';

/** What is known of a job after its turn; `outcome` where it came as far as an upload. */
interface Done {
	result: Result;
	outcome?: UploadOutcome;
}

/**
 * Delivers files, several at a time, and gives the result of each, in the order of the jobs.
 *
 * @param jobs without any, nothing is asked of anyone
 * @throws NodeOperationError or NodeApiError where On Error says stop, for the first failure, saying
 * what had been delivered until then; and where the execution was stopped
 */
export async function deliverAll(context: IExecuteFunctions, jobs: Job[]): Promise<Result[]> {
	if (jobs.length === 0) return [];
	const { run, release } = followCancel(context);
	const done = new AbortController();
	const mayGoOn = () => context.continueOnFail() && !context.getExecutionCancelSignal()?.aborted;
	let fault: unknown;
	let failure: Done | undefined;
	let results: Array<Done | undefined> = [];
	try {
		const concurrency = readConcurrency(context);
		const connection = await connect(context, run.signal);
		const progress = reportProgress(context, done.signal);
		results = await inParallel(jobs, concurrency, run.signal, async (job) => {
			const ended = await deliverOne(context, connection, progress, job);
			if ('error' in ended.result && !mayGoOn()) {
				failure ??= ended;
				run.abort();
			}
			return ended;
		});
	} catch (cause) {
		if (!mayGoOn()) throw asNodeError(context.getNode(), cause);
		fault = cause;
	} finally {
		done.abort();
		release();
	}
	if (failure === undefined && context.getExecutionCancelSignal()?.aborted && results.includes(undefined)) throw new StoppedError();
	if (failure && 'error' in failure.result)
		throw stopSummary(
			failure.result.error,
			jobs.length,
			results.map((ended) => ended?.outcome),
		);
	hintAtDelivery(
		context,
		results.flatMap((ended) => (ended?.outcome?.delivered && 'json' in ended.result ? [ended.result.json] : [])),
	);
	return jobs.map(({ itemIndex }, index) => {
		return results[index]?.result ?? { error: asNodeError(context.getNode(), fault, itemIndex) };
	});
}

/** Takes a job as far as it goes. Never throws: an unforeseen fault is this file's failure, and no other's. */
async function deliverOne(context: IExecuteFunctions, connection: Connection, progress: Progress, job: Job): Promise<Done> {
	const node = context.getNode();
	let parcel: Parcel | undefined;
	try {
		const prepared = await job.prepare();
		if ('skipped' in prepared) return { result: { json: prepared.skipped } };
		parcel = prepared;
		const { source, dataset, ...options } = parcel;
		const onStart = progress.follow.bind(undefined, source);
		const log = deliveryLog(context, source.name);
		const listeners = { onStart, onStored: log.delivered, onMismatch: log.inDoubt };
		const outcome = await uploadFile(connection, source, { ...options, dataset, ...listeners });
		if (outcome.delivered) return { outcome, result: { json: receiptJson(outcome.receipt, parcel), binary: parcel.binary } };
		if (outcome.mayBeDelivered) log.inDoubt(outcome.failure);
		return { outcome, result: { error: deliveryError(node, job.itemIndex, source.name, outcome.failure, outcome.attempts) } };
	} catch (cause) {
		return { result: { error: asNodeError(node, cause, job.itemIndex) } };
	} finally {
		if (parcel) progress.forget(parcel.source);
	}
}
