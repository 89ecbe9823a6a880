import { testCases } from '../cases/suite.mjs';
import { CASES } from './cases/index.mjs';
import { openDataLaboratory } from './laboratory.mjs';
import { DATA_LAWS } from './laws.mjs';
import { NOT_YET } from './notYet.mjs';

/**
 * What becomes of the data that people have: rows as the nodes of databases give them and files as
 * spreadsheets, data frames and shop systems write them, in one workflow on a real n8n with a branch for
 * each case of a table. To add a case, write it into the file of `cases/` that it belongs to;
 * ../cases/suite.mjs and case.mjs say what to know of them.
 */

testCases(CASES, openDataLaboratory, DATA_LAWS, NOT_YET);
