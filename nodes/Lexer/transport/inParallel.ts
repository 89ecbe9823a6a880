/**
 * Runs `work` on every input, at most `limit` at a time, and gives the results in input order.
 *
 * @param work must not throw
 * @param signal no further work is begun once it aborts; inputs that were not begun give `undefined`
 */
export async function inParallel<Input, Result>(
	inputs: readonly Input[],
	limit: number,
	signal: AbortSignal,
	work: (input: Input) => Promise<Result>,
): Promise<Array<Result | undefined>> {
	const results = new Array<Result | undefined>(inputs.length).fill(undefined);
	let next = 0;
	const worker = async () => {
		while (next < inputs.length && !signal.aborted) {
			const index = next++;
			results[index] = await work(inputs[index]);
		}
	};
	await Promise.all(Array.from({ length: Math.min(limit, inputs.length) }, worker));
	return results;
}
