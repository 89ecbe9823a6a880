const HIDDEN = '[hidden]';

/**
 * Takes out of a text what must not be read by others: every web address but for its host, what is
 * left of a signed query string outside of one, and the value of the API token's header. For texts
 * that come from elsewhere (an unexpected error of n8n's or Node's); the node's own hold no secret.
 */
export function redact(text: string): string {
	return text
		.replace(/(\bhttps?:\/\/)([^\s/?#"'<>\\]*)[^\s"'<>]*/gi, (_, scheme: string, authority: string) => {
			const host = authority.slice(authority.lastIndexOf('@') + 1);
			return `${scheme}${host}/${HIDDEN}`;
		})
		.replace(/\bX-Amz-[\w-]{1,64}\s{0,8}[=:]\s{0,8}[^\s&"'<>\\]+/gi, HIDDEN)
		.replace(/(Auth-Api-Token["']?\s{0,8}[=:]\s{0,8}["']?)[^\s"',}]+/gi, `$1${HIDDEN}`);
}
