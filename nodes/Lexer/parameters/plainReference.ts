/** The steps from an item's JSON to a value in it: names of fields, and places in lists. */
export type ReferencePath = ReadonlyArray<string | number>;

const START = /=\{\{[ \t\r\n]*\$json/y;
const END = /[ \t\r\n]*\}\}$/y;
/** `.name`, `?.name`, `[0]`, `["a name"]`, `['a name']`, and the brackets after `?.`. */
const STEP =
	/\??\.([\p{ID_Start}_$][\p{ID_Continue}$]*)|(?:\?\.)?\[(?:(0|[1-9]\d{0,8})|"([^"\\\p{Cc}\u2028\u2029]*)"|'([^'\\\p{Cc}\u2028\u2029]*)')\]/uy;

/** Names that n8n's expressions refuse to read, whatever the data has under them. */
const REFUSED = new Set([
	'_linkedBinding',
	'_load',
	'arguments',
	'binding',
	'callee',
	'caller',
	'constructor',
	'defineProperties',
	'defineProperty',
	'dlopen',
	'execve',
	'getBuiltinModule',
	'getOwnPropertyDescriptor',
	'getOwnPropertyDescriptors',
	'getPrototypeOf',
	'loadEnvFile',
	'mainModule',
	'prepareStackTrace',
	'prototype',
	'setPrototypeOf',
]);

/**
 * The way of an expression that does nothing but read the item's JSON, such as `={{ $json.name }}`
 * or `={{ $json["a b"][0]?.x }}`. The grammar is narrow on purpose: what it takes means the same in
 * all of n8n's expression engines, and everything else is theirs to read.
 *
 * @returns the steps, none for `={{ $json }}`; `undefined` for any other text
 */
export function plainReference(expression: string): ReferencePath | undefined {
	// n8n looks for braces, and for this word after a dot, without regard for quotes.
	if (/\.\s*constructor/.test(expression)) return undefined;
	let at = matchAt(START, expression, 0)?.end;
	const path: Array<string | number> = [];
	while (at !== undefined) {
		const step = matchAt(STEP, expression, at);
		if (step === undefined) return matchAt(END, expression, at) && path;
		const [, name, index, doubleQuoted, singleQuoted] = step.match;
		const key = name ?? doubleQuoted ?? singleQuoted;
		if (key !== undefined && (!isReadable(key) || /\{\{|\}\}/.test(key))) return undefined;
		path.push(key ?? Number(index));
		at = step.end;
	}
	return undefined;
}

/** Whether all of n8n's expression engines read a field of this name as they read any other. */
export function isReadable(name: string): boolean {
	return !REFUSED.has(name) && !(name in Object.prototype);
}

function matchAt(pattern: RegExp, text: string, at: number): { match: RegExpExecArray; end: number } | undefined {
	pattern.lastIndex = at;
	const match = pattern.exec(text);
	return match === null ? undefined : { match, end: pattern.lastIndex };
}
