import { deliveryAdvice, deliveryMessage, type Failure, FAILURES, failureMessage } from '../../../nodes/Lexer/transport/failures';

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

describe('what became of a file', () => {
	it('is only "not delivered" where that is sure', () => {
		expect(deliveryMessage('f.csv', { cause: 'stalled' })).toBe(
			'No byte of the upload moved for the stall timeout: "f.csv" was not delivered',
		);
		expect(deliveryMessage('f.csv', { cause: 'stalled', mayBeDelivered: true })).toBe(
			'No byte of the upload moved for the stall timeout: "f.csv" is not confirmed: it may have been delivered',
		);
	});

	it('is to be looked up at Lexer where it is not sure', () => {
		const failure: Failure = { cause: 'noAnswer', mayBeDelivered: true, unconfirmedUploadIds: [7, 'x'] };
		expect(deliveryMessage('f.csv', failure)).toMatch(/it may have been delivered \(upload ID 7, x\)$/);
		const advice = deliveryAdvice(failure, 3);
		expect(advice).toMatch(/Manage > Logs > File Upload whether it arrived before you send it again/);
		expect(advice).toMatch(/Tried 3 times; this was the last cause\.$/);
		expect(deliveryAdvice({ cause: 'noAnswer' }, 1)).not.toMatch(/Manage|Tried/);
	});

	it('is told with the server, and with how often it was asked', () => {
		expect(deliveryAdvice({ cause: 'connectionRefused', host: 'api.lexer.io', asked: 5 }, 0)).toMatch(
			/The server was api\.lexer\.io\. Asked for an upload URL 5 times; this was the last cause\.$/,
		);
		expect(deliveryAdvice({ cause: 'stalled', host: 'localhost:8080' }, 2)).toMatch(/The server was localhost:8080\. Tried 2 times; this was the last cause\.$/);
	});

	it('is blamed on no server where the file itself is at fault', () => {
		expect(deliveryAdvice({ cause: 'sourceShort', host: 'example.com' }, 1)).not.toContain('example.com');
	});

	it('names the signed headers that nobody knows', () => {
		expect(failureMessage({ cause: 'headerSigned', httpStatus: 403, signedHeaders: ['x-amz-meta-a'] })).toMatch(/\(HTTP 403, x-amz-meta-a\)$/);
	});
});
