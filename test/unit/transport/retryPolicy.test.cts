import { decide } from '../../../nodes/Lexer/transport/retryPolicy';
import type { FailureCause } from '../../../nodes/Lexer/transport/failures';

const first = { attempt: 1, maxTries: 5, redirects: 0, random: 0.5 };

describe('the retry policy', () => {
	it.each<[FailureCause, string]>([
		['connectionClosed', 'retry'],
		['connectionRefused', 'retry'],
		['hostUnknown', 'retry'],
		['stalled', 'retry'],
		['noAnswer', 'retry'],
		['storageBusy', 'retry'],
		['incomplete', 'retry'],
		['corrupted', 'retry'],
		['checksumMismatch', 'retry'],
		['answeredEarly', 'retry'],
		['rateLimited', 'retry'],
		['lexerDown', 'retry'],
		['urlExpired', 'newUrl'],
		['noEtag', 'retry'],
		['answerCut', 'retry'],
		['answerDamaged', 'retry'],
		['connectTimeout', 'retry'],
		['proxyFailed', 'retry'],
		['proxyClosed', 'retry'],
		['tlsDamaged', 'retry'],
		['notHttp', 'retry'],
		['outOfHandles', 'retry'],
		['sourceStalled', 'retry'],
		['sourceBroke', 'retry'],
		['urlAlreadyExpired', 'newUrl'],
		['signatureRefused', 'giveUp'],
		['accessDenied', 'giveUp'],
		['tooLarge', 'giveUp'],
		['tokenRejected', 'giveUp'],
		['apiForbidden', 'giveUp'],
		['apiNotFound', 'giveUp'],
		['apiRejected', 'giveUp'],
		['tlsUntrusted', 'giveUp'],
		['tlsNotSpoken', 'giveUp'],
		['tlsIncompatible', 'giveUp'],
		['proxyRefused', 'giveUp'],
		['proxySignIn', 'giveUp'],
		['proxyAnswered', 'giveUp'],
		['redirectedAway', 'giveUp'],
		['headerSigned', 'giveUp'],
		['checksumInUrl', 'giveUp'],
		['answerTooLong', 'giveUp'],
		['apiAnswerTooLong', 'giveUp'],
		['sourceShort', 'giveUp'],
		['sourceLong', 'giveUp'],
		['sourceUnreadable', 'giveUp'],
		['cancelled', 'giveUp'],
	])('answers %s with %s', (cause, action) => {
		expect(decide({ cause }, first).action).toBe(action);
	});

	it.each([
		[1, 0, 0],
		[1, 1, 1000],
		[2, 1, 2000],
		[4, 0.5, 4000],
		[6, 1, 20_000],
		[50, 1, 20_000],
	])('waits after attempt %i, with the chance at %d, for %i ms', (attempt, random, delayMs) => {
		const decision = decide({ cause: 'storageBusy' }, { attempt, maxTries: 100, redirects: 0, random });
		expect(decision).toEqual({ action: 'retry', delayMs });
	});

	it('waits at least as long as the server asks', () => {
		const decision = decide({ cause: 'rateLimited', retryAfterMs: 90_000 }, first);
		expect(decision).toEqual({ action: 'retry', delayMs: 90_000 });
	});

	it('gives up when the server asks for more than two minutes, and says so', () => {
		const decision = decide({ cause: 'rateLimited', httpStatus: 429, retryAfterMs: 120_001 }, first);
		expect(decision).toMatchObject({ action: 'giveUp', failure: { cause: 'waitTooLong', httpStatus: 429 } });
	});

	it('gives up after the last try with the last cause', () => {
		const decision = decide({ cause: 'stalled' }, { ...first, attempt: 5 });
		expect(decision).toEqual({ action: 'giveUp', failure: { cause: 'stalled' } });
	});

	it('follows a redirect at most three times', () => {
		const failure = { cause: 'redirected' as const, location: 'https://elsewhere.example/x' };
		expect(decide(failure, { ...first, redirects: 2 })).toEqual({ action: 'follow', location: failure.location });
		expect(decide(failure, { ...first, redirects: 3 })).toEqual({ action: 'giveUp', failure });
	});

	it.each([0, 2])('does not say "too often" of a redirect for which no try is left (%i before it)', (redirects) => {
		const failure = { cause: 'redirected' as const, location: 'https://elsewhere.example/x' };
		const last = { ...first, attempt: redirects + 1, maxTries: redirects + 1, redirects };
		expect(decide(failure, last)).toEqual({ action: 'giveUp', failure: { ...failure, cause: 'notFollowed' } });
	});

	it('does not follow a redirect without an address', () => {
		expect(decide({ cause: 'redirected' }, first)).toEqual({ action: 'giveUp', failure: { cause: 'moved' } });
	});
});
