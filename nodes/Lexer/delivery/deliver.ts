import type { IExecuteFunctions, INodeExecutionData, IPairedItemData } from 'n8n-workflow';

import type { Source } from '../source/Source';
import { inParallel } from '../transport/inParallel';
import { type Connection, uploadFile, type UploadOutcome } from '../transport/uploadFile';
import type { DatasetLoad } from '../transport/uploadUrl';
import { deliveryError } from '../outcomes/errors';
import { errorItem } from '../outcomes/errorItem';
import type { RecordCounts } from '../outcomes/recordCounts';
import { connect, followCancel } from './connect';
import { reportProgress } from './progress';
import { readConcurrency, type TransferOptions } from '../parameters/transferOptions';

/** One file to deliver, and the items that it was made of. */
export interface Job extends TransferOptions {
	/** The item that an error names. */
	itemIndex: number;
	pairedItem: IPairedItemData | IPairedItemData[];
	source: Source;
	dataset: DatasetLoad | undefined;
	records?: RecordCounts;
}

/**
 * Connects with Lexer, and delivers files as `deliver` does.
 *
 * @param jobs without any, nothing is asked of anyone
 */
export async function deliverAll(context: IExecuteFunctions, jobs: Job[]): Promise<INodeExecutionData[]> {
	if (jobs.length === 0) return [];
	const concurrency = readConcurrency(context);
	const { run, release } = followCancel(context);
	try {
		return await deliver(context, await connect(context, run.signal), jobs, concurrency, run);
	} finally {
		release();
	}
}

/**
 * Delivers files, several at a time, and gives one output item a file in the order of the jobs.
 *
 * Where the node's On Error says "continue", a file that fails becomes an error item. Otherwise the
 * first failure stops the others.
 *
 * @param run aborts all deliveries
 * @throws NodeApiError for the first failure, saying what had been delivered until then
 */
async function deliver(
	context: IExecuteFunctions,
	connection: Connection,
	jobs: Job[],
	concurrency: number,
	run: AbortController,
): Promise<INodeExecutionData[]> {
	const done = new AbortController();
	const progress = reportProgress(context, done.signal);
	let firstFailure: { job: Job; outcome: UploadOutcome } | undefined;
	const outcomes = await inParallel(jobs, concurrency, run.signal, async (job) => {
		const onStart = progress.follow.bind(undefined, job.source);
		const outcome = await uploadFile(connection, job.source, { ...job, onStart });
		progress.forget(job.source);
		if (!outcome.delivered && !context.continueOnFail()) {
			firstFailure ??= { job, outcome };
			run.abort();
		}
		return outcome;
	});
	done.abort();
	if (firstFailure) {
		const error = failureOf(context, firstFailure.job, firstFailure.outcome);
		error.description = [error.description, deliveredSoFar(jobs, outcomes)].filter(Boolean).join(' ');
		throw error;
	}
	return jobs.map((job, index) => outputItem(context, job, outcomes[index]));
}

function outputItem(context: IExecuteFunctions, job: Job, outcome: UploadOutcome | undefined): INodeExecutionData {
	const { pairedItem, dataset, records } = job;
	if (outcome?.delivered) {
		const destination = dataset && { destination: { ...dataset } };
		const counts = records && { records: { ...records } };
		return { json: { ...outcome.receipt, ...destination, ...counts }, pairedItem };
	}
	const error = failureOf(context, job, outcome);
	return { ...errorItem(error, job.itemIndex), pairedItem };
}

function failureOf(context: IExecuteFunctions, job: Job, outcome: UploadOutcome | undefined) {
	const { failure, attempts } =
		outcome && !outcome.delivered ? outcome : { failure: { cause: 'cancelled' as const }, attempts: 0 };
	return deliveryError(context.getNode(), job.itemIndex, job.source.name, failure, attempts);
}

/** Tells a user whose run stopped what is already at Lexer, so that nothing is sent twice. */
function deliveredSoFar(jobs: Job[], outcomes: Array<UploadOutcome | undefined>): string | undefined {
	if (jobs.length === 1) return undefined;
	const uploadIds = outcomes.flatMap((outcome) => (outcome?.delivered ? [outcome.receipt.uploadId] : []));
	const which = uploadIds.length === 0 ? '' : ` (upload IDs ${uploadIds.join(', ')})`;
	return `Of ${jobs.length} files, ${uploadIds.length} had been delivered${which}; the others were not.`;
}
