import { testCases } from '../suite/suite.mjs';
import { CASES } from './table/index.mjs';
import { openOutcomesLaboratory } from './servers.mjs';

/**
 * What becomes of every item: one workflow on a real n8n with a branch for each case of a table, and
 * a test for each branch. To add a case, write it into the file of `table/` that it belongs to;
 * ../suite/suite.mjs says what to know of them.
 */

testCases(CASES, openOutcomesLaboratory);
