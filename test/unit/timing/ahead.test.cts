import { ahead } from '../../../nodes/Lexer/timing/ahead';

async function* numbers(count: number): AsyncGenerator<number> {
	for (let number = 0; number < count; number++) yield number;
}

const tick = async (ms: number) => await new Promise<void>((resolve) => setTimeout(resolve, ms));

async function collect<T>(values: AsyncIterable<T>): Promise<T[]> {
	const collected: T[] = [];
	for await (const value of values) collected.push(value);
	return collected;
}

it.each([0, 1, 2, 3, 4, 50])('makes of %s pieces as many, in their order, whichever is ready first', async (count) => {
	const make = async (number: number) => {
		await tick((number * 7) % 5);
		return number * 2;
	};
	expect(await collect(ahead(numbers(count), make, 3))).toEqual(Array.from({ length: count }, (_, number) => number * 2));
});

it('makes as many at a time as it may, and no more', async () => {
	let running = 0;
	let most = 0;
	const make = async () => {
		most = Math.max(most, ++running);
		await tick(1);
		running--;
	};
	await collect(ahead(numbers(20), make, 3));
	expect(most).toBe(3);
});

it("gives what came before a failure, then the failure; those behind it are nobody's error", async () => {
	const make = async (number: number) => {
		if (number >= 2) throw new Error(`piece ${number}`);
		await tick(5);
		return number;
	};
	const given: number[] = [];
	const reading = async () => {
		for await (const value of ahead(numbers(10), make, 3)) given.push(value);
	};
	await expect(reading()).rejects.toThrow('piece 2');
	expect(given).toEqual([0, 1]);
	await tick(10);
});

it('closes its pieces where nobody reads on', async () => {
	let isClosed = false;
	async function* endless(): AsyncGenerator<number> {
		try {
			for (;;) yield 1;
		} finally {
			isClosed = true;
		}
	}
	const made = ahead(endless(), async (number) => number, 2);
	await made.next();
	await made.return(undefined);
	expect(isClosed).toBe(true);
});

it('gives what is made at once, however long the next piece takes to come', async () => {
	let come = () => {};
	async function* slow(): AsyncGenerator<number> {
		yield 1;
		await new Promise<void>((resolve) => (come = resolve));
		yield 2;
	}
	const made = ahead(slow(), async (number) => number, 3);
	expect(await made.next()).toEqual({ value: 1, done: false });
	const last = made.next();
	come();
	expect(await last).toEqual({ value: 2, done: false });
	expect((await made.next()).done).toBe(true);
});

it('waits for no piece where nobody reads on', async () => {
	async function* stuck(): AsyncGenerator<number> {
		yield 1;
		await new Promise(() => {});
	}
	const made = ahead(stuck(), async (number) => number, 3);
	await made.next();
	await tick(5);
	expect((await made.return(undefined)).done).toBe(true);
});

it('throws what its pieces throw', async () => {
	async function* broken(): AsyncGenerator<number> {
		yield 1;
		throw new Error('the disk is gone');
	}
	await expect(collect(ahead(broken(), async (number) => number, 3))).rejects.toThrow('the disk is gone');
});
