import { FAILURES, failureMessage } from '../../../nodes/Lexer/transport/failures';

// n8n replaces any message that contains one of these by a text of its own.
const MISLEADING = /ECONN|ENOTFOUND|ETIMEDOUT|EADDR|EHOST|EAI_AGAIN|ENOENT|EISDIR|ENOTDIR|EACCES|EEXIST|EPERM|GETADDRINFO/i;

describe.each(Object.entries(FAILURES))('the texts for %s', (_cause, { message, advice }) => {
	it('say what happened and what to do, in sentences', () => {
		expect(message).toMatch(/^[A-Z"].{15,}[^.]$/);
		expect(advice).toMatch(/^[A-Z].{15,}\.$/);
	});

	it('are not taken for one of the errors that n8n rewords', () => {
		expect(message).not.toMatch(MISLEADING);
	});
});

it("adds the status and S3's code for a support team", () => {
	expect(failureMessage({ cause: 'storageBusy', httpStatus: 503, s3Code: 'SlowDown' })).toBe(
		"Lexer's storage failed (HTTP 503, SlowDown)",
	);
	expect(failureMessage({ cause: 'stalled' })).toBe('No byte of the upload moved for the stall timeout');
});
