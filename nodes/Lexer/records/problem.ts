/** One thing that is wrong with a record: which field, and what it should be. Never its value. */
export interface Problem {
	/** such as `link.email` or `products[0].quantity`; empty for the record itself */
	path: string;
	/** such as `is required` */
	rule: string;
}

/** Whether a record says nobody whom it is about. */
export function isLinkMissing({ path, rule }: Pick<Problem, 'path' | 'rule'>): boolean {
	return path === 'link' && rule === 'is required';
}
