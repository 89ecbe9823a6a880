import { writeSize } from '../../../nodes/Lexer/transport/writeSize';

const KIB = 1024;
const MIB = 1024 * KIB;

it.each([
	['nothing is sent yet', 0, 0, 256],
	['what was taken at once may be in the buffers of the system', 8 * MIB, 1, 256],
	['more than the buffers was taken, fast', 16 * MIB, 100, 512],
	['a file is sent at 1 GiB/s', 1024 * MIB, 1000, 512],
	['a file is sent at just 10 MiB/s', 100 * MIB, 10_000, 512],
	['a file is sent at less', 100 * MIB, 11_000, 256],
	['a line has become slow', 1024 * MIB, 200_000, 256],
	['a line is slow', 16 * MIB, 160_000, 256],
])('when %s, a write has its size', (_situation, sentBytes, elapsedMs, sizeKib) => {
	expect(writeSize(sentBytes, elapsedMs)).toBe(sizeKib * KIB);
});
