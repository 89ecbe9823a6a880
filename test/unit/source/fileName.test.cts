import { fileNameProblem } from '../../../nodes/Lexer/source/fileName';

it.each([
	['customers-2026-01-31-1.csv', undefined],
	['a b é & %2B "quoted" \'x\' +#?.csv', undefined],
	['é'.repeat(127), undefined],
	['', 'is empty'],
	['  ', 'is empty'],
	['.', 'is one that stands for a folder'],
	['..', 'is one that stands for a folder'],
	[' .. ', 'is one that stands for a folder'],
	['...', undefined],
	['..gz', 'is one that stands for a folder'],
	['...ndjson', 'is one that stands for a folder'],
	['..csv.gz', 'is one that stands for a folder'],
	['.csv', 'is empty but for its ending'],
	['.GZ', 'is empty but for its ending'],
	[' .ndjson.gz', 'is empty but for its ending'],
	['.env', undefined],
	['csv', undefined],
	['csv.csv.csv.gz', undefined],
	['a/b.csv', 'contains a slash or a backslash'],
	['a\\b.csv', 'contains a slash or a backslash'],
	['a\nb.csv', 'contains a control character'],
	['a\u0000.csv', 'contains a control character'],
	['a\u007f.csv', 'contains a control character'],
	['é'.repeat(128), 'is longer than 255 bytes'],
])('the file name %j: %s', (name, problem) => {
	expect(fileNameProblem(name)).toBe(problem);
});
