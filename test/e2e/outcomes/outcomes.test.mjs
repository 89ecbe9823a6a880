import { testCases } from '../cases/suite.mjs';
import { CASES } from './cases/index.mjs';
import { openOutcomesLaboratory } from './servers.mjs';

/**
 * What becomes of every item: one workflow on a real n8n with a branch for each case of a table, and
 * a test for each branch. To add a case, write it into the file of `cases/` that it belongs to;
 * ../cases/suite.mjs says what to know of them.
 */

testCases(CASES, openOutcomesLaboratory);
