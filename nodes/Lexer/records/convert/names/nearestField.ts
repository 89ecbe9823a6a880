import { type Schema, wholeSchema } from '../../schemas';
import { foldName } from './fieldNames';
import { ITEM } from './listNames';

/** Names longer than this are no misspelt field, and would take their time to compare. */
const MAX_CHARACTERS = 64;

/** A third of the letters may be wrong, but never more than this many. */
const MAX_DISTANCE = 3;

interface Candidate {
	field: string;
	folded: string;
}

/**
 * The field whose name is nearest to a name that is no field, by edit distance (a letter added, left
 * out, changed, or two swapped), or undefined where none is near. Case, blanks and dots do not count:
 * `LINK_EMAIL` is near to link.email.
 *
 * @param schema of the object that was to have the field
 * @param lacking an object in it that is not there, such as `link`: then `mail` is near to `link.email` before `email`
 */
export function nearestField(schema: Schema, name: string, lacking?: string): string | undefined {
	if (name.length > MAX_CHARACTERS) return undefined;
	const folded = foldPath(name);
	let nearest: string | undefined;
	let least = Math.min(MAX_DISTANCE, Math.floor(folded.length / 3)) + 1;
	for (const candidate of [...innerCandidates(schema, lacking), ...candidatesIn(schema)]) {
		const distance = editDistance(folded, candidate.folded, least);
		if (distance < least) [nearest, least] = [candidate.field, distance];
	}
	return nearest;
}

const candidatesBySchema = new WeakMap<Schema, Candidate[]>();

function candidatesIn(schema: Schema): Candidate[] {
	const known = candidatesBySchema.get(schema);
	if (known !== undefined) return known;
	const candidates = fieldsIn(schema).map((field) => ({ field, folded: foldPath(field) }));
	candidatesBySchema.set(schema, candidates);
	return candidates;
}

/** The fields of an object in another, found by their own names alone. */
function innerCandidates(schema: Schema, holder: string | undefined): Candidate[] {
	if (holder === undefined) return [];
	const inner = candidatesIn(schema).filter(({ field }) => field.startsWith(`${holder}.`));
	return inner.map(({ field }) => ({ field, folded: foldPath(field.slice(holder.length)) }));
}

/** The fields of an object, of the objects in it and of those in its lists. */
function fieldsIn(schema: Schema): string[] {
	return Object.entries(wholeSchema(schema).properties ?? {}).flatMap(([name, property]) => {
		const { items } = wholeSchema(property);
		const inItems = items === undefined ? [] : fieldsIn(items).map((below) => `${name}${ITEM}.${below}`);
		return [name, ...fieldsIn(property).map((below) => `${name}.${below}`), ...inItems];
	});
}

function foldPath(name: string): string {
	return foldName(name.replaceAll(/[.:/]|\[\]/g, ' '));
}

const { min } = Math;

/** The edit distance of two texts, or any number from `limit` on where it is not below that. */
function editDistance(one: string, other: string, limit: number): number {
	if (Math.abs(one.length - other.length) >= limit) return limit;
	let beforeLast: number[] = [];
	let last = Array.from({ length: other.length + 1 }, (_, column) => column);
	for (let row = 1; row <= one.length; row++) {
		const current = [row];
		let least = row;
		for (let column = 1; column <= other.length; column++) {
			const isSame = one[row - 1] === other[column - 1];
			current[column] = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (isSame ? 0 : 1));
			const isSwapped = row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
			if (isSwapped) current[column] = min(current[column], beforeLast[column - 2] + 1);
			least = min(least, current[column]);
		}
		// It only grows from row to row: two swapped letters reach back over one, and cost what one costs.
		if (least >= limit) return limit;
		[beforeLast, last] = [last, current];
	}
	return last[other.length];
}
