import { rethrow } from '../rethrow';
import type { SchemaError, Validator } from './validators.generated';

/** What is wrong in more places than this is wrong enough; a list of 64,000 bad items costs no more. */
const MAX_ERRORS = 1000;

class TooManyErrors extends Error {
	constructor(readonly errors: SchemaError[]) {
		super();
	}
}

/** Called by the compiled validators for every error but the first. */
export function gather(errors: SchemaError[], error: SchemaError) {
	if (errors.length >= MAX_ERRORS) throw new TooManyErrors(errors);
	errors.push(error);
}

/** The same validator, which looks no further once it has found many errors. */
export function bounded(validate: Validator): Validator {
	const boundedValidate: Validator = (record) => {
		try {
			const isValid = validate(record);
			boundedValidate.errors = validate.errors;
			return isValid;
		} catch (error) {
			if (!(error instanceof TooManyErrors)) return rethrow(error);
			boundedValidate.errors = error.errors;
			return false;
		}
	};
	boundedValidate.errors = null;
	return boundedValidate;
}
