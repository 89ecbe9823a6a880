import { errorOf } from '../lab.mjs';
import { nodesOf } from './branches.mjs';

/**
 * What is known of a case that has run.
 * @param {import('./branches.mjs').NumberedCase} given
 * @param {import('../workflows.mjs').Execution | undefined} execution
 * @param {import('../../sandbox/index.js').Sandbox} sandbox that the case's credential leads to
 * @param {Pick<import('./case.mjs').Seen, 'secrets' | 'textOf'>} parts
 * @returns {Promise<import('./case.mjs').Seen>}
 */
export async function look(given, execution, sandbox, parts) {
	const names = nodesOf(given.number);
	const runData = execution?.data?.resultData.runData ?? {};
	const runs = runData[names.lexer] ?? [];
	/** @param {number} output */
	const itemsAt = (output) => runs.flatMap(({ data }) => data?.main[output] ?? []);
	const isTogether = given.onError === 'continueRegularOutput';
	/** @param {import('../workflows.mjs').Item} item */
	const isFailed = ({ json }) => 'error' in json;
	const nodeError = runs.find(({ error }) => error)?.error;
	const { isOfCase, requestIsOfCase } = filesOf(given);
	return {
		execution,
		tookMs: [...(runData[names.input] ?? []), ...runs].reduce((sum, { executionTime = 0 }) => sum + executionTime, 0),
		hasRun: runs.length > 0,
		input: runData[names.input]?.[0]?.data?.main[0] ?? [],
		succeeded: isTogether ? itemsAt(0).filter((item) => !isFailed(item)) : itemsAt(0),
		failed: isTogether ? itemsAt(0).filter(isFailed) : itemsAt(1),
		thrown: nodeError && [nodeError.message, nodeError.description].filter(Boolean).join('\n'),
		requests: sandbox.requests.filter(requestIsOfCase),
		stored: (await sandbox.list()).filter(({ fileName }) => isOfCase(fileName)),
		unused: sandbox.faults.list().filter(({ match, times }) => isOfCase(match?.fileName) && times !== null),
		hints: runs.flatMap(({ hints = [] }) => hints.map(({ message }) => message)),
		...parts,
	};
}

/**
 * The files of a case: by their names, which no other case has.
 * @param {import('./case.mjs').Case} given
 */
export function filesOf({ items, lexer, faults = [], stored = {}, names = [] }) {
	const ofItems = typeof items === 'string' ? [] : items.flatMap((item) => ('files' in item ? Object.values(item.files ?? {}).map(({ name }) => name) : []));
	const ofParameters = typeof lexer?.fileName === 'string' && !lexer.fileName.startsWith('=') ? [lexer.fileName] : [];
	const ofFaults = faults.flatMap(({ match }) => match?.fileName ?? []);
	const texts = new Set([...ofItems, ...ofParameters, ...ofFaults, ...Object.keys(stored), ...names.filter((name) => typeof name === 'string')]);
	const patterns = names.filter((name) => name instanceof RegExp);
	/** @param {string | undefined} fileName */
	const isOfCase = (fileName) => fileName !== undefined && (texts.has(fileName) || patterns.some((pattern) => pattern.test(fileName)));
	return {
		texts,
		isOfCase,
		/** @param {import('../../sandbox/index.js').LoggedRequest} request */
		requestIsOfCase: ({ fileName, body }) => isOfCase(fileName ?? nameAskedFor(body)),
	};
}

/**
 * The API does not look at what it refuses because of the token.
 * @param {string | undefined} body
 */
function nameAskedFor(body) {
	try {
		return JSON.parse(body ?? '').filename;
	} catch {
		return undefined;
	}
}

/** @param {import('../workflows.mjs').Execution | undefined} execution */
export const whyItEnded = (execution) => (execution ? `${execution.status} ${errorOf(execution)}` : 'never begun');
