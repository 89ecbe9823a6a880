import type { Findings } from './conversion';
import { isoOfDate } from './values';

/** The number, unless it is one that JSON has no way to write. */
export function finite(value: number, path: string, findings: Findings): number | undefined {
	if (Number.isFinite(value)) return value;
	findings.problems.push({ path, rule: 'must be a finite number' });
	return undefined;
}

/** A Date as ISO 8601, unless it is an invalid one. */
export function validDate(date: Date, path: string, findings: Findings): string | undefined {
	const iso = isoOfDate(date);
	if (typeof iso === 'string') return iso;
	findings.problems.push({ path, rule: 'must be a valid date' });
	return undefined;
}
