/**
 * Gives what makes objects as `{}` does, for fields whose names are the input's.
 *
 * V8 lets objects share what it knows of their names ("hidden classes"), and remembers for all that `{}` makes in a
 * process no more than 1,536 names that came first. n8n has used these up before a workflow runs: from then on each
 * object with another first name gets a class of its own, and takes eight times as long to fill. Objects of another
 * constructor have a memory of their own.
 */
export function objectMaker(): () => Record<string, unknown> {
	function Fields() {}
	Fields.prototype = Object.prototype;
	const Plain = Fields as unknown as new () => Record<string, unknown>;
	return () => new Plain();
}
