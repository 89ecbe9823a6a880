import { parseRetryAfter } from '../../../nodes/Lexer/transport/retryAfter';

const nowMs = Date.parse('2026-01-31T12:00:00Z');

it.each([
	['7', 7000],
	[' 0 ', 0],
	['Sat, 31 Jan 2026 12:00:30 GMT', 30_000],
	['Sat, 31 Jan 2026 11:00:00 GMT', 0],
	['soon', undefined],
	['-5x', undefined],
	[undefined, undefined],
])('reads Retry-After: %s as %s ms', (value, expected) => {
	expect(parseRetryAfter(value, nowMs)).toBe(expected);
});
