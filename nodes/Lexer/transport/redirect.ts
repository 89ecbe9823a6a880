/**
 * Where a redirect leads, which must be as safe as what it replaces.
 *
 * @param location of the answer, absolute or not
 * @param base the URL that was asked
 * @returns nothing where the address cannot be used
 */
export function resolveLocation(location: string, base: string): string | undefined {
	if (!URL.canParse(location, base)) return undefined;
	const { href, protocol } = new URL(location, base);
	const safe = protocol === 'https:' || (protocol === 'http:' && base.startsWith('http:'));
	// An absolute address is used as it came: it is signed, and re-encoding it would break that.
	return safe ? (URL.canParse(location) ? location : href) : undefined;
}
