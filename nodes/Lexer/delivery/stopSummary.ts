import type { NodeError } from '../outcomes/errors';
import type { UploadId } from '../transport/failures';
import type { UploadOutcome } from '../transport/uploadFile';

/**
 * The error that stops a run, with what has become of the other files, so that nothing is sent twice.
 *
 * @param outcomes those of the files that came as far as an upload
 */
export function stopSummary(error: NodeError, files: number, outcomes: Array<UploadOutcome | undefined>): NodeError {
	if (files === 1) return error;
	const delivered = outcomes.flatMap((outcome) => (outcome?.delivered ? [outcome.receipt.uploadId] : []));
	const unconfirmed = outcomes.filter((outcome) => outcome && !outcome.delivered && outcome.mayBeDelivered);
	const unconfirmedIds = unconfirmed.flatMap((outcome) =>
		outcome?.delivered === false ? (outcome.failure.unconfirmedUploadIds ?? []) : [],
	);
	const summary = [
		`Of ${files} files, ${delivered.length} had been delivered${idsText(delivered)};`,
		unconfirmed.length > 0 &&
			`${unconfirmed.length} ${unconfirmed.length === 1 ? 'is' : 'are'} not confirmed and may have been delivered${idsText(unconfirmedIds)};`,
		'the others were not.',
	]
		.filter(Boolean)
		.join(' ');
	error.description = [error.description, summary].filter(Boolean).join(' ');
	return error;
}

function idsText(uploadIds: UploadId[]): string {
	return uploadIds.length === 0 ? '' : ` (upload IDs ${uploadIds.join(', ')})`;
}
