/** Credentials as people get them wrong, and those of further servers. */

/** What stands in wrong credentials must not come out either. */
export const WRONG_TOKEN = 'private-wrong-token';

/**
 * @param {{ apiToken: string, baseUrl: string }} good
 * @param {{ apiToken: string, baseUrl: string }} limited those of a server that bears few requests
 * @param {{ apiToken: string, baseUrl: string }} limitedToTen
 * @param {string} deadUrl where nobody listens
 * @returns {Record<string, { apiToken: string, baseUrl: string }>}
 */
function credentialData(good, limited, limitedToTen, deadUrl) {
	const host = new URL(good.baseUrl).host;
	return {
		limited,
		limitedToTen,
		withSlashes: { ...good, baseUrl: `${good.baseUrl}//` },
		withoutScheme: { ...good, baseUrl: host },
		blankUrl: { ...good, baseUrl: '   ' },
		noUrl: { ...good, baseUrl: '' },
		blankInUrl: { ...good, baseUrl: good.baseUrl.replace('127.', '127. ') },
		otherScheme: { ...good, baseUrl: `ftp://${host}` },
		schemeOnly: { ...good, baseUrl: 'https://' },
		badPort: { ...good, baseUrl: 'http://127.0.0.1:99999' },
		failingExpression: { ...good, baseUrl: '={{ JSON.parse("{") }}' },
		unknownNode: { ...good, apiToken: "={{ $('Nobody').first().json.token }}" },
		wrongToken: { ...good, apiToken: WRONG_TOKEN },
		noToken: { ...good, apiToken: '' },
		tokenOfTwoLines: { ...good, apiToken: `${WRONG_TOKEN}\nand-more` },
		tokenNoHeaderTakes: { ...good, apiToken: `${WRONG_TOKEN}-😀` },
		wrongPath: { ...good, baseUrl: `${good.baseUrl}/somewhere/else` },
		nobodyThere: { ...good, baseUrl: deadUrl },
	};
}

/**
 * @param {Parameters<typeof credentialData>} given
 * @returns {import('../instance.mjs').Credential[]}
 */
export function madeCredentials(...given) {
	return Object.entries(credentialData(...given)).map(([id, data]) => ({ id, name: `Lexer API (${id})`, type: 'lexerApi', data }));
}
