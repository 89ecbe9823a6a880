import type { Findings } from './conversion';

/** A record that is wrong in more places is as wrong as with these. */
const MAX_PROBLEMS = 100;

/** So many fields are worth a note of their own; a list of a million odd numbers is not. */
const MAX_NOTES = 100;

/** Adds a problem. Gives undefined, which stands for nothing to send. */
export function refuse(findings: Findings, path: string, rule: string): undefined {
	if (!isFull(findings)) findings.problems.push({ path, rule });
	return undefined;
}

/** Tells of a value that may not mean what its field wants, and can be sent as it is: a problem, unless nothing is checked. */
export function doubt(findings: Findings, path: string, rule: string) {
	if (findings.isUnchecked) note(findings, path, rule);
	else refuse(findings, path, rule);
}

/** Whether so much is wrong with a record that nobody needs to look further. */
export function isFull({ problems }: Findings): boolean {
	return problems.length >= MAX_PROBLEMS;
}

/** Adds a note. */
export function note({ notes }: Findings, field: string, rule: string) {
	const last = notes.at(-1);
	if (notes.length < MAX_NOTES && (last?.field !== field || last.rule !== rule)) notes.push({ field, rule });
}
