/** The whole number of 64 bits whose halves a driver gives as `{low, high}`, signed unless it says otherwise. */
export function longOf({ low, high, unsigned }: { low?: unknown; high?: unknown; unsigned?: unknown }): bigint | undefined {
	if (!isHalf(low) || !isHalf(high)) return undefined;
	const bits = (BigInt(high) << 32n) | BigInt.asUintN(32, BigInt(low));
	return unsigned === true ? BigInt.asUintN(64, bits) : BigInt.asIntN(64, bits);
}

function isHalf(value: unknown): value is number {
	return Number.isInteger(value) && Math.abs(value as number) < 2 ** 32;
}
