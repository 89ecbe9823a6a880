import { createObjects } from './objects.js';

const MIB = 2 ** 20;
const object = (uploadId: number) => ({
	uploadId, fileName: 'a', sizeBytes: 60 * MIB, md5: 'd41d8cd98f00b204e9800998ecf8427e', body: async () => Buffer.alloc(0),
});
const withBody = ({ map }: ReturnType<typeof createObjects>) =>
	[...map.values()].filter(({ body }) => body !== undefined).map(({ uploadId }) => uploadId);

describe("the sandbox's memory", () => {
	it('keeps the newest half GiB of bytes, and what it knows of the rest', () => {
		const objects = createObjects();
		for (let id = 1; id <= 10; id++) objects.commit(object(id));
		expect(withBody(objects)).toEqual([3, 4, 5, 6, 7, 8, 9, 10]);
		expect(objects.map.get(1)).toMatchObject({ sizeBytes: 60 * MIB, md5: object(1).md5 });
	});

	it('keeps all bytes when it is told to', () => {
		const objects = createObjects('memory');
		for (let id = 1; id <= 10; id++) objects.commit(object(id));
		expect(withBody(objects)).toHaveLength(10);
	});
});
