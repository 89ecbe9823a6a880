import { checkRecord } from '../../../nodes/Lexer/records/check/checkRecord';
import type { RecordType, Rules } from '../../../nodes/Lexer/records/recordTypes';
import { describeWithLexerData, jsonLines } from './lexerData.cjs';

interface Verdict {
	record_type: RecordType;
	line: string;
	upload_tool: boolean;
	json_schema: boolean;
}

function accepts(recordType: RecordType, rules: Rules, line: string): boolean {
	let record: unknown;
	try {
		record = JSON.parse(line);
	} catch {
		return false;
	}
	return checkRecord(recordType, rules, record).length === 0;
}

describeWithLexerData("Lexer's own verdicts", (read) => {
	const readVerdicts = () => jsonLines<Verdict>(read('verdicts.ndjson'));

	it.each([
		['uploadTool', 'upload_tool'],
		['jsonSchema', 'json_schema'],
	] as const)('are those of the rules %s, line by line', (rules, verdict) => {
		const verdicts = readVerdicts();
		const others = verdicts.filter((known) => accepts(known.record_type, rules, known.line) !== known[verdict]);
		expect(verdicts).toHaveLength(1920);
		expect(others).toEqual([]);
	});

	it.each(['uploadTool', 'jsonSchema'] as const)('come with a reason for each refusal by %s', (rules) => {
		for (const { record_type, line } of readVerdicts()) {
			if (!line.startsWith('{"')) continue;
			let record: unknown;
			try {
				record = JSON.parse(line);
			} catch {
				continue;
			}
			for (const { rule } of checkRecord(record_type, rules, record)) expect(rule).toMatch(/^(is|must) /);
		}
	});
});
