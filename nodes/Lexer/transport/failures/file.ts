import type { FailureText } from './FailureText';

const CHECK_STORE = 'Check where n8n keeps its binary data (a disk, a database, S3), then run the workflow again.';

const CHANGED = 'The binary data is damaged or was changed while being sent. Run the node that makes the file again.';

/** What can be wrong with the file itself, or with the run that sends it. */
export const FILE_FAILURES = {
	sourceShort: {
		reaction: 'stop',
		message: "The file ended before the size that n8n's binary store gives for it",
		advice: CHANGED,
	},
	sourceLong: {
		reaction: 'stop',
		message: "The file has more bytes than n8n's binary store gives for it",
		advice: CHANGED,
	},
	sourceUnreadable: {
		reaction: 'stop',
		message: 'The file cannot be read from the binary store of n8n',
		advice: 'Its binary data may have been deleted. Run the node that makes the file again.',
	},
	sourceBroke: {
		reaction: 'retry',
		message: 'The connection to the binary store of n8n broke while the file was read',
		advice: CHECK_STORE,
	},
	sourceStalled: {
		reaction: 'retry',
		message: 'The binary store of n8n neither gave nor took a byte of the file for the stall timeout',
		advice: CHECK_STORE,
	},
	cancelled: { reaction: 'stop', message: 'The upload was cancelled', advice: 'Run the workflow again.' },
} as const satisfies Record<string, FailureText>;
