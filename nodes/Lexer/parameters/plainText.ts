/**
 * The text of a field that was set to Expression but has none in it, such as `=AUD`.
 *
 * @returns `undefined` where n8n has something to evaluate, or to refuse
 */
export function plainText(expression: string): string | undefined {
	return /\{\{|\.\s*constructor/.test(expression) ? undefined : expression.slice(1);
}
