import { testCases } from '../suite/suite.mjs';
import { CASES } from './samples/index.mjs';
import { openDataLaboratory } from './laboratory.mjs';
import { DATA_LAWS } from './laws.mjs';
import { NOT_YET } from './notYet.mjs';

/**
 * What becomes of the data that people have: rows as the nodes of databases give them and files as
 * spreadsheets, data frames and shop systems write them, in one workflow on a real n8n with a branch for
 * each case of a table. To add a case, write it into the file of `samples/` that it belongs to;
 * ../suite/suite.mjs and case.mjs say what to know of them.
 */

testCases(CASES, openDataLaboratory, DATA_LAWS, NOT_YET);
