import { answers } from './answers.mjs';
import { bounds } from './bounds.mjs';
import { causes } from './causes.mjs';
import { confirmation } from './confirmation.mjs';
import { datasets } from './datasets.mjs';
import { errors } from './errors.mjs';
import { limits } from './limits.mjs';
import { linear } from './linear.mjs';
import { lost } from './lost.mjs';
import { mapping } from './mapping.mjs';
import { names } from './names.mjs';
import { options } from './options.mjs';
import { rates } from './rates.mjs';
import { rows } from './rows.mjs';
import { secrets } from './secrets.mjs';

/** All cases, by what they are about. @type {Array<{ theme: string, cases: import('../case.mjs').Case[] }>} */
export const CASES = [
	{ theme: 'an error of any kind comes out with its item', cases: errors },
	{ theme: 'every item ends on one output, whole', cases: rows },
	{ theme: 'only what the storage confirms is delivered', cases: confirmation },
	{ theme: "the storage's answer is heard, whenever it comes", cases: answers },
	{ theme: 'nothing is called undelivered that may have been delivered', cases: lost },
	{ theme: 'each row goes where it belongs', cases: datasets },
	{ theme: 'no two files have one name', cases: names },
	{ theme: 'no secret is told', cases: secrets },
	{ theme: 'no answer is endless', cases: bounds },
	{ theme: 'rate limits are waited out', cases: rates },
	{ theme: 'the right cause is named', cases: causes },
	{ theme: 'columns defined below', cases: mapping },
	{ theme: 'options and unusual data', cases: options },
	{ theme: 'what a run allows for', cases: limits },
	{ theme: 'texts that take long', cases: linear },
];
