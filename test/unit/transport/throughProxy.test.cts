import { deliveryAdvice, failureMessage, type FailureCause } from '../../../nodes/Lexer/transport/failures';
import type { ClientRequest } from '../../../nodes/Lexer/transport/requestTakeover';
import { causeThroughProxy, proxyOf } from '../../../nodes/Lexer/transport/throughProxy';

it.each([
	['http://proxy.example:3128', 'proxy.example:3128'],
	['http://jane:secret@proxy.example:3128/', 'proxy.example:3128'],
	['http://proxy.example', 'proxy.example:80'],
	['https://proxy.example', 'proxy.example:443'],
	['http://[::1]:8080', '[::1]:8080'],
])('a proxy %s is named as %s, without its login', (url, name) => {
	const agent = { proxy: new URL(url) };
	expect(proxyOf({ agent } as unknown as ClientRequest, 'https://api.lexer.io/')).toBe(name);
	const asked: unknown[] = [];
	const router = { resolve: (options: unknown) => (asked.push(options), agent) };
	expect(proxyOf({ agent: { router } } as unknown as ClientRequest, 'http://localhost:8080/v1/uploads')).toBe(name);
	expect(proxyOf({ agent: { router } } as unknown as ClientRequest, 'https://api.lexer.io/v1/uploads')).toBe(name);
	expect(asked).toEqual([{ hostname: 'localhost', port: '8080' }, { hostname: 'api.lexer.io' }]);
});

it.each([{}, { agent: undefined }, { agent: false }, { agent: {} }, { agent: { proxy: undefined } }, { agent: { proxy: 'a text' } }, { agent: { router: {} } }, { agent: { router: { resolve: () => undefined } } }])('%j goes through no proxy', (request) => {
	expect(proxyOf(request as unknown as ClientRequest, 'https://api.lexer.io/')).toBeUndefined();
});

it.each<[FailureCause, string, FailureCause, boolean?]>([
	['notHttp', '', 'proxyNotSpoken', false],
	['tlsNotSpoken', '', 'proxyNotSpoken', false],
	['notHttp', '', 'notHttp'],
	['tlsNotSpoken', '', 'tlsNotSpoken'],
	['connectionRefused', 'connect 127.0.0.1:3128', 'proxyUnreachable'],
	['unreachable', '', 'proxyUnreachable'],
	['connectForbidden', '', 'proxyUnreachable'],
	['hostUnknown', 'getaddrinfo proxy.example', 'proxyUnreachable'],
	['hostUnknown', 'getaddrinfo api.lexer.io', 'hostUnknown'],
	['connectionClosed', '', 'connectionClosed'],
	['tlsUntrusted', '', 'tlsUntrusted'],
])('%s (%j) through a proxy is %s', (cause, message, through, isTunnel = true) => {
	expect(causeThroughProxy(cause, 'proxy.example:3128', new Error(message), isTunnel)).toBe(through);
	expect(causeThroughProxy(cause, undefined, new Error(message), isTunnel)).toBe(cause);
});

it('the texts name the proxy where it is known', () => {
	const proxy = 'proxy.example:3128';
	expect(failureMessage({ cause: 'proxySignIn', httpStatus: 407, proxy })).toBe('The proxy at proxy.example:3128 asks for a user and a password (HTTP 407)');
	expect(failureMessage({ cause: 'proxySignIn', httpStatus: 407 })).toBe('The proxy between n8n and the server asks for a user and a password (HTTP 407)');
	expect(deliveryAdvice({ cause: 'connectTimeout', host: 'api.lexer.io', proxy }, 1)).toMatch(/ The server was api\.lexer\.io, through the proxy at proxy\.example:3128\.$/);
});
