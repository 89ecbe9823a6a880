import { redact } from '../../../nodes/Lexer/transport/redact';
import { seededRandom } from '../../support/seededRandom.cjs';

describe('redaction', () => {
	it.each([
		['PUT https://b.s3.example/f.csv?X-Amz-Signature=abc failed', 'PUT https://b.s3.example/[hidden] failed'],
		['at "http://user:pass@h.example:80/p?q"', 'at "http://h.example:80/[hidden]"'],
		['query X-Amz-Security-Token=abc%2F&X-Amz-Signature=def', 'query [hidden]&[hidden]'],
		['{"Auth-Api-Token":"s3cret","a":1}', '{"Auth-Api-Token":"[hidden]","a":1}'],
		['Auth-Api-Token: s3cret', 'Auth-Api-Token: [hidden]'],
		['nothing to hide', 'nothing to hide'],
	])('makes of %s: %s', (text, expected) => {
		expect(redact(text)).toBe(expected);
	});

	it('lets no secret through, wherever in a text it stands', () => {
		const seed = Number(process.env.FUZZ_SEED ?? 20260131);
		const random = seededRandom(seed);
		const pick = <T,>(values: T[]) => values[Math.floor(random() * values.length)];
		const noise = () =>
			Array.from({ length: Math.floor(random() * 12) }, () => pick([...'aZ9 é\n"\'<>{}()[]:;,.&?=%/\\'])).join('');
		const leaks: string[] = [];
		for (let round = 0; round < 5000; round++) {
			const secret = Array.from({ length: 24 }, () => pick([...'abcdefGHIJ0123456789'])).join('');
			const carrier = pick([
				`https://b.s3.amazonaws.com/k/${secret}?X-Amz-Signature=1`,
				`HTTPS://b.s3.amazonaws.com/k?x=1&X-Amz-Signature=${secret}`,
				`http://127.0.0.1:9000/b/k?X-Amz-Credential=${secret}%2F20260131&X-Amz-Signature=2`,
				`X-Amz-Signature=${secret}`,
				`x-amz-security-token: ${secret}`,
				`"Auth-Api-Token":"${secret}"`,
				`auth-api-token: ${secret}`,
				`'Auth-Api-Token': '${secret}'`,
			]);
			const text = `${noise()} ${carrier} ${noise()}`;
			if (redact(text).includes(secret)) leaks.push(`FUZZ_SEED=${seed}, round ${round}: ${text}`);
		}
		expect(leaks).toEqual([]);
	});
});
