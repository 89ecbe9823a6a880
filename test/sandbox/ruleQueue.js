/**
 * Rules that wait for what they are about, the oldest first.
 * @template {{ times?: number | null }} Rule
 * @param {(rule: Rule) => void} check throws where a rule has a slip in it: it would do nothing and let
 *   a test pass that proves nothing
 */
function createRuleQueue(check) {
	/** @type {{ rule: Rule, left: number }[]} */
	let waiting = [];
	return {
		/** @param {Rule | Rule[]} rules all of them or, where one is faulty, none */
		add(rules) {
			const list = Array.isArray(rules) ? rules : [rules];
			list.forEach(check);
			waiting.push(...list.map((rule) => ({ rule, left: rule.times === null ? Infinity : (rule.times ?? 1) })));
		},
		clear() {
			waiting = [];
		},
		/** The rules that still wait, each with the `times` that are left. */
		list() {
			return waiting.map(({ rule, left }) => ({ ...rule, times: left === Infinity ? null : left }));
		},
		/**
		 * The oldest rule that matches, which is used up by this.
		 * @param {(rule: Rule) => boolean} matches
		 */
		take(matches) {
			const found = waiting.find(({ rule }) => matches(rule));
			if (found === undefined) return undefined;
			found.left -= 1;
			if (found.left <= 0) waiting = waiting.filter((other) => other !== found);
			return found.rule;
		},
	};
}

module.exports = { createRuleQueue };
