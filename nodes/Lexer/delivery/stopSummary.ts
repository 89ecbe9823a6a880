import type { NodeError } from '../outcomes/errors';
import type { UploadOutcome } from '../transport/uploadFile';

/**
 * The error that stops a run, with what has become of the other files, so that nothing is sent twice.
 *
 * @param outcomes those of the files that came as far as an upload
 */
export function stopSummary(error: NodeError, files: number, outcomes: Array<UploadOutcome | undefined>): NodeError {
	if (files === 1) return error;
	const uploadIds = outcomes.flatMap((outcome) => (outcome?.delivered ? [outcome.receipt.uploadId] : []));
	const which = uploadIds.length === 0 ? '' : ` (upload IDs ${uploadIds.join(', ')})`;
	const summary = `Of ${files} files, ${uploadIds.length} had been delivered${which}; the others were not.`;
	error.description = [error.description, summary].filter(Boolean).join(' ');
	return error;
}
