import { strip } from './pythonText';

/** RFC 3986, a URI with its scheme. */
const URI = /^[a-z][a-z0-9+.-]*:(?:[\w.~:/?@!$&'()*+,;=[\]-]|%[0-9a-f]{2})*(?:#(?:[\w.~:/?@!$&'()*+,;=-]|%[0-9a-f]{2})*)?$/i;

/** pydantic 1's pattern of a URL: it matches from the start, and must have matched to the end. */
const URL_PARTS =
	/^(?:(?<scheme>[a-z][a-z0-9+\-.]+):\/\/)?(?:[^\s:/]*(?::[^\s/]*)?@)?(?:(?<ipv4>(?:\d{1,3}\.){3}\d{1,3})(?=$|[/:#?])|(?<ipv6>\[[A-F0-9]*:[A-F0-9:]+\])(?=$|[/:#?])|(?<domain>[^\s/:?#]+))?(?::(?<port>\d+))?(?:\/[^\s?#]*)?(?:\?[^\s#]*)?(?:#[^\s#]*)?/iu;

const DOMAIN = /^(?:[_0-9a-z](?:[-_0-9a-z]{0,61}[_0-9a-z])?\.)*?[_0-9a-z](?:[-_0-9a-z]{0,61}[_0-9a-z])?(?<tld>\.[a-z]{2,63})?\.?$/i;

/** The same with letters of every script. */
const INTERNATIONAL_DOMAIN =
	/^(?:[_0-9a-\u{40000}](?:[-_0-9a-\u{40000}]{0,61}[_0-9a-\u{40000}])?\.)*?[_0-9a-\u{40000}](?:[-_0-9a-\u{40000}]{0,61}[_0-9a-\u{40000}])?(?<tld>\.[\p{L}\p{Nl}\p{No}]{2,63}|\.xn--[_0-9a-z-]{2,63})?\.?$/iu;

const MAX_URL_LENGTH = 2083;
const MAX_PORT = 65_535;

/** Whether this text is a URI of JSON Schema's `uri` format. */
export function isUri(text: string): boolean {
	return URI.test(text);
}

/** Whether pydantic 1's `HttpUrl` takes this text: http or https, and a host with a top-level domain. */
export function isHttpUrl(text: string): boolean {
	const url = strip(text);
	if (url === '' || url.length > 2 * MAX_URL_LENGTH || [...url].length > MAX_URL_LENGTH) return false;
	const match = URL_PARTS.exec(url);
	if (match === null || match[0].length !== url.length) return false;
	const { scheme, ipv4, ipv6, domain, port } = match.groups!;
	if (!/^https?$/i.test(scheme ?? '') || Number(port ?? 0) > MAX_PORT) return false;
	if (domain !== undefined) return isDomain(domain);
	return ipv4 !== undefined || ipv6 !== undefined;
}

function isDomain(host: string): boolean {
	if (DOMAIN.exec(host)?.groups!.tld !== undefined) return true;
	return INTERNATIONAL_DOMAIN.exec(host)?.groups!.tld !== undefined && URL.canParse(`http://${host}`);
}
