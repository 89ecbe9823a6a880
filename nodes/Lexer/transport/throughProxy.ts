import type { FailureCause } from './failures';
import type { ClientRequest } from './requestTakeover';

/** Failures to connect: with a proxy, it is only the proxy that n8n connects with. */
const NOT_REACHED = new Set<FailureCause>(['connectionRefused', 'unreachable', 'connectForbidden']);

/** Failures to understand who answers, or to be understood. */
const NOT_SPOKEN = new Set<FailureCause>(['notHttp', 'tlsNotSpoken']);

/**
 * The proxy that a request goes through, as `host:port` and never with its login; nothing where it goes to the
 * server itself, or where n8n does not tell. Its HTTP client gives each request an agent that is the proxy's
 * (http-proxy-agent, https-proxy-agent), or that has a router which chooses one by the environment.
 *
 * @param url that is asked
 */
export function proxyOf(request: ClientRequest, url: string): string | undefined {
	const { agent } = request as { agent?: unknown };
	const proxy = property(property(agent, 'router') === undefined ? agent : routed(agent, url), 'proxy');
	const hostname = property(proxy, 'hostname');
	if (typeof hostname !== 'string') return undefined;
	const usualPort = property(proxy, 'protocol') === 'https:' ? 443 : 80;
	return `${hostname}:${String(property(proxy, 'port') || usualPort)}`;
}

/** The agent that the router of an agent chooses. */
function routed(agent: unknown, url: string): unknown {
	const router = property(agent, 'router');
	const { hostname, port } = new URL(url);
	const resolve = property(router, 'resolve');
	// Without a port, it takes that of its scheme.
	return typeof resolve === 'function' ? resolve.call(router, { hostname, ...(port && { port }) }) : undefined;
}

function property(value: unknown, name: string): unknown {
	return typeof value === 'object' && value !== null && name in value ? value[name as keyof typeof value] : undefined;
}

/**
 * The cause of an error in view of the proxy that stands between.
 *
 * @param proxy as `host:port`, if there is one
 * @param error that the cause was read from: n8n's SSRF protection looks up the server's name all the same
 * @param isTunnel whether the proxy has connected n8n with the server: until then, and where it forwards, whoever speaks is the proxy
 */
export function causeThroughProxy(cause: FailureCause, proxy: string | undefined, error: unknown, isTunnel: boolean): FailureCause {
	if (proxy === undefined) return cause;
	if (!isTunnel && NOT_SPOKEN.has(cause)) return 'proxyNotSpoken';
	if (NOT_REACHED.has(cause)) return 'proxyUnreachable';
	const message = error instanceof Error ? error.message : '';
	const name = proxy.slice(0, proxy.lastIndexOf(':'));
	return cause === 'hostUnknown' && message.includes(name) ? 'proxyUnreachable' : cause;
}
